/// What the site decides about the HTML of a document. Each has a default, so that a renderer without hooks shows a
/// document as it stands.
///
/// A hook that takes a node over writes to `renderer.html`; for what the node holds it calls
/// `renderer.render(childrenOf:hooks:)`, or `renderer.rendered(childrenOf:hooks:)` for the bytes alone.
public protocol RenderingHooks {
  /// Put before every `id` and every link to one, so that several documents can share a page: `pix-` makes `#pix-dates`.
  var idPrefix: String { get }
  /// How many levels headings go down.
  var headingShift: Int { get }
  /// Whether `text` is to be called; a renderer without marks to set in texts is faster.
  var marksText: Bool { get }

  /// Whether a note stands where it is called, for paper, instead of in a list at the end.
  var setsNotesAtCalls: Bool { get }

  /// Writes a directive.
  mutating func render(directive: Directive, renderer: inout HTMLRenderer)
  /// Writes a quoted figure or cell.
  mutating func render(reference: Reference, renderer: inout HTMLRenderer)
  /// Writes an image; false leaves it to the renderer.
  mutating func render(image: Link, node: Int, renderer: inout HTMLRenderer) -> Bool
  /// Writes a table; false leaves it to the renderer.
  mutating func render(table: Table, node: Int, renderer: inout HTMLRenderer) -> Bool
  /// Where a link leads in the site, or nil to leave its address as written (with the prefix if it is an anchor).
  mutating func destination(of link: Link, node: Int, document: Document) -> [UInt8]?
  /// A class for a link, or nil for none.
  mutating func cssClass(of link: Link, node: Int, document: Document) -> String?
  /// Writes a stretch of text, escaped. `context` says where it stands.
  mutating func write(text: ArraySlice<UInt8>, context: TextContext, to html: inout [UInt8])
}

/// Where a text stands that `RenderingHooks.write(text:context:to:)` marks.
public struct TextContext: Hashable, Sendable {
  public var isInHeading = false
  public var isInLink = false
}

extension RenderingHooks {
  public var idPrefix: String { "" }
  public var headingShift: Int { 0 }
  public var marksText: Bool { false }
  public var setsNotesAtCalls: Bool { false }

  public mutating func render(directive: Directive, renderer: inout HTMLRenderer) {
    renderer.renderAsDivision(directive, hooks: &self)
  }
  public mutating func render(reference: Reference, renderer: inout HTMLRenderer) {
    renderer.html.appendEscaped(renderer.document.text(of: reference.node))
  }
  public mutating func render(image: Link, node: Int, renderer: inout HTMLRenderer) -> Bool { false }
  public mutating func render(table: Table, node: Int, renderer: inout HTMLRenderer) -> Bool { false }
  public mutating func destination(of link: Link, node: Int, document: Document) -> [UInt8]? { nil }
  public mutating func cssClass(of link: Link, node: Int, document: Document) -> String? { nil }
  public mutating func write(text: ArraySlice<UInt8>, context: TextContext, to html: inout [UInt8]) {
    html.appendEscaped(text)
  }
}

/// A document as it stands.
public struct PlainHooks: RenderingHooks {
  public init() {}
}
