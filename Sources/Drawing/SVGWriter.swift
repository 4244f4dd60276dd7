import Diagnostics

/// Writes scenes as SVG: compact, with one decimal, the same bytes for the same scene.
///
/// Colours are classes, never `style` attributes, so that a strict Content-Security-Policy lets them through.
public struct SVGWriter: Sendable {
  /// What the drawing is called by assistive technologies.
  public enum Name: Sendable {
    /// The `id` of an element of the page that says it.
    case labelledBy(String)
    /// The scene's own title and description, in an `aria-label`; the drawing's `id` is its prefix, so that another may
    /// be labelled by it.
    case label
    /// No name: what it shows is said beside it.
    case decorative
  }

  var bytes: [UInt8] = []
  var idPrefix = ""
  var patterns: [PatternUse] = []
  var clips = 0
  var used = ClassUse()
  /// Whether the edge of a text is drawn first, as text of its own: many programs that read files know no `paint-order`.
  var drawsEdgesApart = false

  struct PatternUse: Hashable, Sendable {
    let pattern: Style.Pattern
    let role: Role
  }

  /// SVG to stand in a page whose style sheet holds the rules of `StyleSheet.page`.
  ///
  /// - Parameters:
  ///   - idPrefix: begins every `id` of this drawing; must be unique in the page.
  ///   - cssClass: the class of the `svg` element after `graphe`, such as `large`.
  public static func inline(
    _ scene: Scene, idPrefix: String, name: Name = .label, cssClass: String? = nil
  ) -> [UInt8] {
    var writer = SVGWriter()
    writer.idPrefix = idPrefix
    let body = writer.body(of: scene)
    writer.append("<svg class=\"graphe")
    if let cssClass {
      writer.bytes.append(.space)
      writer.bytes.appendEscaped(cssClass)
    }
    writer.append("\"")
    switch name {
    case .labelledBy(let id):
      writer.append(" role=\"img\" aria-labelledby=\"")
      writer.bytes.appendEscaped(id)
      writer.append("\"")
    case .label:
      writer.append(" id=\"")
      writer.bytes.appendEscaped(idPrefix)
      writer.append("\" role=\"img\" aria-label=\"")
      writer.bytes.appendEscaped(scene.name)
      writer.append("\"")
    case .decorative:
      writer.append(" aria-hidden=\"true\"")
    }
    writer.openingEnd(of: scene)
    writer.definitions()
    writer.bytes.append(contentsOf: body)
    writer.append("</svg>")
    return writer.bytes
  }

  /// A file of its own, with its colours, its ground, title and description.
  public static func file(_ scene: Scene, theme: Theme = .light()) -> [UInt8] {
    var writer = SVGWriter()
    writer.idPrefix = "g"
    writer.drawsEdgesApart = true
    let body = writer.body(of: scene)
    writer.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"graphe\" role=\"img\" aria-label=\"")
    writer.bytes.appendEscaped(scene.name)
    writer.append("\" width=\"")
    writer.number(scene.size.width)
    writer.append("\" height=\"")
    writer.number(scene.size.height)
    writer.append("\"")
    writer.openingEnd(of: scene)
    writer.append("<title>")
    writer.bytes.appendEscaped(scene.title)
    writer.append("</title>")
    if !scene.description.isEmpty {
      writer.append("<desc>")
      writer.bytes.appendEscaped(scene.description)
      writer.append("</desc>")
    }
    writer.append("<style>")
    writer.used.insert(fill: .ground)
    StyleSheet.append(rulesFor: writer.used, theme: theme, to: &writer.bytes)
    writer.append("</style>")
    writer.definitions()
    writer.append("<path class=\"")
    writer.append(StyleSheet.fillClass(.ground))
    writer.append("\" d=\"M0 0h")
    writer.number(scene.size.width)
    writer.append("v")
    writer.number(scene.size.height)
    writer.append("H0z\"/>")
    writer.bytes.append(contentsOf: body)
    writer.append("</svg>\n")
    return writer.bytes
  }

  private mutating func openingEnd(of scene: Scene) {
    append(" viewBox=\"0 0 ")
    number(scene.size.width)
    append(" ")
    number(scene.size.height)
    append("\" font-size=\"")
    number(scene.textSize)
    append("\">")
  }

  /// The marks, written aside because the patterns they use are declared before them.
  private mutating func body(of scene: Scene) -> [UInt8] {
    bytes.reserveCapacity(4096)
    write(scene.marks, textSize: scene.textSize)
    let body = bytes
    bytes = []
    bytes.reserveCapacity(body.count + 1024)
    return body
  }

  mutating func append(_ literal: StaticString) { bytes.append(literal) }
  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
}

extension Scene {
  /// Title and description as one text.
  public var name: String {
    if title.isEmpty { return description }
    return description.isEmpty ? title : title + ". " + description
  }
}
