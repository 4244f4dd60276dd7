import Diagnostics

/// The keys of a mapping, declared one after another by those who read them.
///
///     var fields = Fields(node, of: "la section")
///     let title = fields.text("titre", required: true, doc: "Le titre de la section")
///     let order = fields.integer("ordre", doc: "La place de la section")
///     fields.finish(&diagnostics)
///
/// What is not declared by then is an unknown key. Accents are optional: declare keys without them. A key without a
/// value (`ordre:`) is as good as absent. The same declarations make a JSON Schema (`Schema.record`); for that,
/// declare every key before giving up on any.
public struct Fields {
  private let name: Field.Name
  private let owner: SourceLocation
  private let entries: [Entry]
  /// The keys of the entries without their accents.
  private let keys: [String]
  private var isDeclared: [Bool]
  /// Whether a schema is being recorded, and there are no values.
  public let isDescribing: Bool
  /// Where keys may have been lost in what could not be read, none is said to be missing.
  private let mayLackKeys: Bool
  private var names: [String] = []
  private var properties: [Schema.Property] = []
  public private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - node: a mapping; nothing at all counts as a mapping without keys, anything else is an error.
  ///   - label: how messages call the whole, with its article: `la section`.
  ///   - owner: where to report a missing key, instead of the first key of the mapping.
  public init(_ node: Node?, of label: String, owner: SourceLocation? = nil) {
    let place = owner ?? node?.headline ?? SourceLocation(file: "", range: 0..<0)
    switch node?.content {
    case .mapping(let entries): self.init(entries: entries, .whole(label), owner: place)
    case nil, .empty: self.init(entries: [], .whole(label), owner: place)
    default:
      self.init(entries: [], .whole(label), owner: place, mayLackKeys: true)
      guard let node, !node.isUnreadable else { return }
      diagnostics.append(
        Diagnostic(
          FrontMatterCode.wrongType, at: node.headline, "Il faut ici des clés, pas \(node.found)",
          help: "écrivez chaque clé sur sa ligne, suivie de deux-points : « titre: La certification »"))
    }
  }

  init(
    entries: [Entry], _ name: Field.Name, owner: SourceLocation, mayLackKeys: Bool = false,
    isDescribing: Bool = false
  ) {
    self.entries = entries
    keys = entries.map { foldedKey($0.key) }
    self.name = name
    self.owner = owner
    self.mayLackKeys = mayLackKeys
    self.isDescribing = isDescribing
    isDeclared = [Bool](repeating: false, count: entries.count)
    // As many as most mappings declare.
    names.reserveCapacity(12)
  }

  init(describing label: String) {
    self.init(entries: [], .whole(label), owner: SourceLocation(file: "", range: 0..<0), isDescribing: true)
  }

  /// Declares a key and reads its value in any of the ways of `Field`.
  public mutating func field<T>(
    _ key: String, required: Bool = false, doc: String, _ read: (inout Field) -> T?
  ) -> T? {
    names.append(key)
    guard !isDescribing else {
      var field = Field(nil, .key(key))
      _ = read(&field)
      field.schema.description = doc
      properties.append(.init(key: key, schema: field.schema, isRequired: required))
      return nil
    }
    guard let place = take(key) else {
      if required, !mayLackKeys { reportMissing(key, at: owner, isEmpty: false) }
      return nil
    }
    guard !entries[place].value.isEmpty else {
      if required { reportMissing(key, at: entries[place].keyLocation, isEmpty: true) }
      return nil
    }
    var field = Field(entries[place].value, .key(entries[place].key))
    defer { if !field.diagnostics.isEmpty { diagnostics += field.diagnostics } }
    return read(&field)
  }

  /// Reports something that only the reader of these keys can know.
  public mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Reports unknown keys, and hands over all that was found, in the order of the file.
  public mutating func finish(_ all: inout [Diagnostic]) {
    for (entry, isDeclared) in zip(entries, isDeclared)
    where !isDeclared && !entry.value.isUnreadable {
      reportUnknown(entry)
    }
    guard !diagnostics.isEmpty else { return }
    all += diagnostics.sorted()
    diagnostics = []
  }

  var schema: Schema { Schema(.object(properties)) }

  /// Which entry has a key, which is then declared.
  private mutating func take(_ key: String) -> Int? {
    var found: Int?
    let length = key.utf8.count
    for i in keys.indices where !isDeclared[i] && keys[i].utf8.count == length && keys[i] == key {
      isDeclared[i] = true
      if let first = found { reportTwice(entries[i], first: entries[first]) } else { found = i }
    }
    return found
  }

  private mutating func reportTwice(_ entry: Entry, first: Entry) {
    diagnostics.append(
      .duplicateKey(entry.key, at: entry.keyLocation, first: first.key, firstAt: first.keyLocation))
  }

  mutating func reportMissing(_ key: String, at place: SourceLocation, isEmpty: Bool) {
    diagnostics.append(
      Diagnostic(
        FrontMatterCode.missingKey, at: place,
        isEmpty ? "« \(key) » est vide" : "Il manque la clé « \(key) » dans \(name.label)",
        help: isEmpty ? "écrivez une valeur : « \(key): … »" : "ajoutez une ligne « \(key): … »"))
  }

  private mutating func reportUnknown(_ entry: Entry) {
    let guess = nearest(to: foldedKey(entry.key), in: names)
    let known = names.map { "« \($0) »" }.joined(separator: ", ")
    let help =
      guess.map { "vouliez-vous dire « \($0) » ?" }
      ?? (known.isEmpty ? nil : "les clés possibles ici : \(known)")
    diagnostics.append(
      Diagnostic(
        FrontMatterCode.unknownKey, at: entry.keyLocation,
        "Clé inconnue « \(excerpt(entry.key)) » dans \(name.label)",
        help: help))
  }
}

extension Diagnostic {
  static func duplicateKey(
    _ key: String, at location: SourceLocation, first: String, firstAt: SourceLocation
  ) -> Diagnostic {
    let key = excerpt(key)
    return Diagnostic(
      FrontMatterCode.duplicateKey, at: location, "La clé « \(key) » est donnée deux fois",
      help: "gardez l’une des deux",
      notes: [.init("« \(excerpt(first)) » est donnée une première fois ici", at: firstAt)])
  }
}
