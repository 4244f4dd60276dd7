import Diagnostics

/// One value that is being decoded or, when a schema is recorded, described: the same calls do both, so the schema
/// cannot say anything else than what the decoder accepts.
///
/// Each method says what the value must be, and returns nil after reporting what it is instead.
public struct Field {
  /// The value as written; nil while a schema is recorded.
  public let node: Node?
  let name: Name
  public internal(set) var diagnostics: [Diagnostic] = []
  private var described: Schema?
  /// What was said of it while a schema is recorded.
  var schema: Schema {
    get { described ?? Schema(.anything) }
    set { described = newValue }
  }

  /// What messages call a value. Most values are right and their names never asked for: words are made of them late.
  enum Name {
    case key(String)
    indirect case item(of: Name)
    /// A value without a key of its own, such as a whole file.
    case whole(String)

    /// « ordre »
    var label: String {
      switch self {
      case .key(let key): "« \(excerpt(key)) »"
      case .item(let list): "chaque élément de \(list.label)"
      case .whole(let label): label
      }
    }

    /// What stands before the value in examples of what to type: `ordre:`, or the dash of a list.
    var prefix: String {
      switch self {
      case .key(let key): key + ": "
      case .item: "- "
      case .whole: ""
      }
    }
  }

  init(_ node: Node?, _ name: Name) {
    self.node = node
    self.name = name
    isDescribing = node == nil
  }

  /// A value without a key of its own, such as a whole file.
  public init(_ node: Node, label: String) { self.init(node, .whole(label)) }

  /// Says what the value may be, where that is what is asked.
  mutating func describe(_ schema: @autoclosure () -> Schema) {
    if isDescribing { self.schema = schema() }
  }

  /// Whether a schema is being recorded, and there is no value.
  public let isDescribing: Bool

  /// Where it was written; nil while a schema is recorded.
  public var location: SourceLocation? { node?.location }

  /// Nothing, or only blanks, after the colon.
  public var isEmpty: Bool { node?.isEmpty == true }

  /// Reports something about this value that only its reader can know.
  public mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  // MARK: Scalars

  /// Any text. A sentence with a French colon (`- PLACE : les groupes`) is one too.
  public mutating func text() -> Located<String>? {
    describe(Schema(.text))
    return scalar(expecting: "un texte", example: "Votre texte")
  }

  /// A text that the closure knows how to read; nil from it means that it is none of `expecting`.
  ///
  /// - Parameters:
  ///   - expecting: what is asked for, after « doit être »: `une date, comme 2025-05-17`.
  ///   - example: what to type after the key.
  public mutating func parsed<T>(expecting: String, example: String, _ parse: (String) -> T?) -> Located<T>? {
    describe(Schema(.text, examples: [example]))
    guard let text = scalar(expecting: expecting, example: example) else { return nil }
    guard let value = parse(text.value) else {
      mismatch(FrontMatterCode.wrongValue, expecting: expecting, example: example)
      return nil
    }
    return Located(value, at: text.location)
  }

  /// `oui` or `non`.
  public mutating func flag() -> Located<Bool>? {
    describe(Schema(.choice(["oui", "non"])))
    return oneOf(["oui", "non"], expecting: "« oui » ou « non »").map { $0.map { $0 == "oui" } }
  }

  public mutating func integer(in bounds: ClosedRange<Int>? = nil) -> Located<Int>? {
    describe(Schema(.integer(bounds)))
    var expecting: String {
      bounds.map { "un nombre entier de \($0.lowerBound) à \($0.upperBound)" } ?? "un nombre entier"
    }
    let example = bounds?.lowerBound ?? 60
    guard let text = scalar(expecting: expecting, example: "\(example)") else { return nil }
    guard let value = Int(text.value), bounds?.contains(value) ?? true else {
      mismatch(FrontMatterCode.wrongType, expecting: expecting, example: "\(example)")
      return nil
    }
    return Located(value, at: text.location)
  }

  /// One of a few words, accents optional; returned as it stands among the `options`.
  public mutating func choice(among options: [String]) -> Located<String>? {
    describe(Schema(.choice(options)))
    var listed: String { options.map { "« \($0) »" }.joined(separator: ", ") }
    return oneOf(options, expecting: options.count == 1 ? listed : "l’un de \(listed)")
  }

  /// The value as it stands, for those who read it themselves.
  public mutating func any() -> Node? {
    guard let node, !node.isUnreadable else { return nil }
    return node
  }

  private mutating func oneOf(
    _ options: [String], expecting: @autoclosure () -> String
  ) -> Located<String>? {
    let example = options.first ?? "…"
    guard let text = scalar(expecting: expecting(), example: example) else { return nil }
    if options.contains(text.value) { return text }
    let folded = foldedKey(text.value)
    guard let option = options.first(where: { foldedKey($0) == folded }) else {
      let guess = nearest(to: text.value, in: options)
      let help = guess.map { "vouliez-vous dire « \($0) » ?" }
      mismatch(FrontMatterCode.wrongValue, expecting: expecting(), example: example, help: help)
      return nil
    }
    return Located(option, at: text.location)
  }

  private mutating func scalar(
    expecting: @autoclosure () -> String, example: @autoclosure () -> String
  ) -> Located<String>? {
    guard let node else { return nil }
    if let scalar = node.scalar ?? node.sentence { return Located(scalar.text, at: node.location) }
    mismatch(FrontMatterCode.wrongType, expecting: expecting(), example: example())
    return nil
  }

  // MARK: Messages

  /// Reports a value that is not what is asked for.
  ///
  /// - Parameter example: a value to type instead, without its key.
  mutating func mismatch(_ code: FrontMatterCode, expecting: String, example: String, help: String? = nil) {
    guard let node, !node.isUnreadable else { return }
    let message =
      node.isEmpty
      ? "\(name.label) est vide : il faut \(expecting)"
      : "\(name.label) doit être \(expecting), pas \(node.found)"
    diagnostics.append(
      Diagnostic(
        code, at: node.headline, message, help: help ?? "écrivez par exemple : \(name.prefix)\(example)"))
  }
}

extension Node {
  /// What stands there, in the words of a message.
  var found: String {
    switch content {
    case .scalar(let scalar): "« \(excerpt(scalar.text)) »"
    case .mapping(let entries): "des clés (« \(excerpt(entries.first?.key ?? "")) »…)"
    case .sequence: "une liste"
    case .empty, .unreadable: "rien"
    }
  }

  /// A place to point at that is not half the file: of a block collection only the beginning.
  var headline: SourceLocation {
    switch content {
    case .mapping(let entries):
      guard let first = entries.first, first.keyRange.lowerBound == location.range.lowerBound else {
        return location
      }
      return first.keyLocation
    case .sequence(let items):
      guard let first = items.first, items.count > 1 else { return location }
      return SourceLocation(
        file: location.file,
        range: location.range.lowerBound..<max(first.headline.range.upperBound, location.range.lowerBound))
    default: return location
    }
  }
}

/// The first words of a text too long for a message.
func excerpt(_ text: String, limit: Int = 40) -> String {
  let line = text.prefix { !$0.isNewline }
  guard line.count > limit || line.endIndex != text.endIndex else { return text }
  return line.prefix(limit) + "…"
}
