import Diagnostics

/// Sets French typography in the text of a block: spaces, quotes, apostrophes, ellipses, and raised ordinals.
///
/// The rules are those of the *Lexique des règles typographiques en usage à l'Imprimerie nationale*: a no-break space
/// U+00A0 inside « » and before the colon, a narrow one U+202F before `;`, `!` and `?` and between groups of digits.
/// (Other houses set a narrow space inside « » too; the *Lexique* asks for a full one.)
///
/// The text is that of a whole block, its inline marks taken away, so that « **mot** » ! is set across them. What must
/// not be touched (code, formulas, raw HTML, pictures) stands in it as one U+FFFC, the object replacement character.
/// Addresses, paths and times are recognised and left alone. Setting a text twice changes nothing more.
public enum Typographer {
  /// What to change in a text, as offsets into its bytes.
  public static func edits(in text: [UInt8]) -> Typography {
    var result = Typography()
    edits(in: text, range: text.indices, into: &result)
    return result
  }

  /// The same into a value that is emptied and used again, for loops over many blocks. Offsets are into `text`; nothing
  /// outside the range is looked at.
  public static func edits(in text: [UInt8], range: Range<Int>, into result: inout Typography) {
    result.removeAll()
    let range = range.clamped(to: text.indices)
    let first = TypographyPass.nextTrigger(in: text, range)
    guard first < range.upperBound else { return }
    // Moved in and out, so that its storage is used again and never copied.
    var pass = TypographyPass(text, range, from: first)
    swap(&pass.result, &result)
    pass.run()
    swap(&pass.result, &result)
  }

  /// Whether a text holds none of the signs that the typographer may change something for: it is set already.
  public static func isPlain(_ text: String) -> Bool {
    text.withBytes { TypographyPass.nextTrigger(in: $0, from: 0) == $0.count }
  }

  /// A text on its own, such as a title, with its changes made.
  public static func typeset(_ text: String) -> String {
    if isPlain(text) { return text }
    let bytes = Array(text.utf8)
    let changes = edits(in: bytes)
    return changes.edits.isEmpty ? text : String(decoding: changes.applied(to: bytes).bytes, as: UTF8.self)
  }
}

/// One change: the bytes of the range, possibly none, become the replacement.
public struct TypographicEdit: Hashable, Sendable {
  public enum Replacement: String, CaseIterable, Hashable, Sendable {
    case noBreakSpace = "\u{A0}"
    case narrowNoBreakSpace = "\u{202F}"
    case apostrophe = "’"
    case ellipsis = "…"
    case openingGuillemet = "«\u{A0}"
    case closingGuillemet = "\u{A0}»"
    /// Inner quotes, inside guillemets.
    case openingQuote = "“"
    case closingQuote = "”"

    /// The UTF-8 to write.
    public var utf8: StaticString {
      switch self {
      case .noBreakSpace: "\u{A0}"
      case .narrowNoBreakSpace: "\u{202F}"
      case .apostrophe: "’"
      case .ellipsis: "…"
      case .openingGuillemet: "«\u{A0}"
      case .closingGuillemet: "\u{A0}»"
      case .openingQuote: "“"
      case .closingQuote: "”"
      }
    }
  }

  public let range: Range<Int>
  public let replacement: Replacement
}

/// The typography of one block.
public struct Typography: Hashable, Sendable {
  /// In order, without overlap.
  public internal(set) var edits: [TypographicEdit] = []
  /// Stretches to raise, such as the `er` of `1er`, as offsets into the text before the edits. In order; no edit lies
  /// inside one.
  public internal(set) var superscripts: [Range<Int>] = []
  /// Straight double quotes that found no partner, and stay as they are.
  public internal(set) var strayQuotes: [Int] = []

  public init() {}

  public var isEmpty: Bool { edits.isEmpty && superscripts.isEmpty }

  mutating func removeAll() {
    if !edits.isEmpty { edits.removeAll(keepingCapacity: true) }
    if !superscripts.isEmpty { superscripts.removeAll(keepingCapacity: true) }
    if !strayQuotes.isEmpty { strayQuotes.removeAll(keepingCapacity: true) }
  }

  /// The text with the edits made, and where its superscripts then are.
  public func applied(to text: [UInt8]) -> (bytes: [UInt8], superscripts: [Range<Int>]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count + edits.count * 3)
    var raised: [Range<Int>] = []
    var copied = 0
    var nextRaised = 0
    func copy(upTo end: Int) {
      while nextRaised < superscripts.count, superscripts[nextRaised].lowerBound < end {
        let shift = bytes.count - copied
        let range = superscripts[nextRaised]
        raised.append(range.lowerBound + shift..<range.upperBound + shift)
        nextRaised += 1
      }
      bytes.append(contentsOf: text[copied..<end])
      copied = end
    }
    for edit in edits {
      copy(upTo: edit.range.lowerBound)
      bytes.append(edit.replacement.utf8)
      copied = edit.range.upperBound
    }
    copy(upTo: text.count)
    return (bytes, raised)
  }
}
