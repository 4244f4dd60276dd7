/// One node of a `Document`: a trivially copyable record in document order, its subtree right after it.
public struct Node: Hashable, Sendable {
  public internal(set) var kind: Kind
  /// The index after the last node of its subtree.
  public internal(set) var end: UInt32
  var start: UInt32
  var finish: UInt32
  var textStart: UInt32
  var textEnd: UInt32

  init(_ kind: Kind, range: Range<Int>, text: Range<Int> = 0..<0) {
    self.kind = kind
    self.end = 0
    self.start = UInt32(truncatingIfNeeded: range.lowerBound)
    self.finish = UInt32(truncatingIfNeeded: range.upperBound)
    self.textStart = UInt32(truncatingIfNeeded: text.lowerBound)
    self.textEnd = UInt32(truncatingIfNeeded: text.upperBound)
  }

  /// Where the node stands in its file, in bytes from the top of the file.
  public internal(set) var range: Range<Int> {
    get { Int(start)..<Int(finish) }
    set {
      start = UInt32(truncatingIfNeeded: newValue.lowerBound)
      finish = UInt32(truncatingIfNeeded: newValue.upperBound)
    }
  }

  /// What a leaf holds, for `Document.slice`: its text as it is to be read, escapes and entities resolved.
  public internal(set) var text: Range<Int> {
    get { Int(textStart)..<Int(textEnd) }
    set {
      textStart = UInt32(truncatingIfNeeded: newValue.lowerBound)
      textEnd = UInt32(truncatingIfNeeded: newValue.upperBound)
    }
  }
}

/// What a node is. The numbers index the side tables of the `Document` named after them, where all is that would make
/// each of thousands of nodes larger.
public enum Kind: Hashable, Sendable {
  case document

  case paragraph
  /// `index` points into `Document.headings`.
  case heading(index: UInt32)
  /// `start` is nil for a list with bullets. A tight list shows its paragraphs without paragraph tags.
  case list(start: Int32?, isTight: Bool)
  case item
  case taskItem(isChecked: Bool)
  case blockQuote
  /// Its text is the code. `info` points into `Document.codeInfos`.
  case codeBlock(info: UInt32)
  case htmlBlock
  case thematicBreak
  /// `index` points into `Document.tables`.
  case table(index: UInt32)
  case tableRow(isHeader: Bool)
  case tableCell(column: UInt16, isHeader: Bool)
  /// `index` points into `Document.footnotes`.
  case footnoteDefinition(index: UInt32)
  /// `index` points into `Document.directives`.
  case directive(index: UInt32)

  case text
  case softBreak
  case lineBreak
  case code
  case htmlInline
  case emphasis
  case strong
  case strikethrough
  /// A letter or more set raised by the typographer (`1er`); it holds a text.
  case superscript
  /// `index` points into `Document.links`.
  case link(index: UInt32)
  /// `index` points into `Document.links`. What it holds is its text alternative.
  case image(index: UInt32)
  /// `index` points into `Document.calls`.
  case footnoteReference(index: UInt32)
  /// `index` points into `Document.references`.
  case reference(index: UInt32)

  /// Whether it stands in a line of text, not as a block of its own.
  public var isInline: Bool {
    switch self {
    case .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .strikethrough, .superscript,
      .link,
      .image, .footnoteReference, .reference:
      true
    default: false
    }
  }
}
