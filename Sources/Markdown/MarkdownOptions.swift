/// How a text is read.
public struct MarkdownOptions: Hashable, Sendable {
  /// What is done about HTML written in the Markdown.
  public enum RawHTML: Hashable, Sendable {
    /// An error, at its place; `<br>` in a table cell is a line break, a comment vanishes.
    case refused
    /// Passed through (`html: oui`).
    case allowed
    /// Left out as cmark-gfm leaves it out, in silence. In plain mode only.
    case omitted
  }

  /// GitHub Flavored Markdown and nothing else: no directives, references, anchors, typography or checks, so that the
  /// HTML equals that of cmark-gfm.
  public var isPlain = false
  public var rawHTML = RawHTML.refused
  /// French spaces, quotes and ordinals.
  public var hasTypography = true
  /// Whether faults of writing (`3ème`, `Etat`) are warned of.
  public var reviewsWriting = true
  /// The caller knows that the file is well-formed UTF-8: it is not asked again.
  public var isKnownText = false

  public init() {}

  /// The publication's own dialect.
  public static let standard = MarkdownOptions()

  /// As cmark-gfm does; `unsafe` passes HTML and every address through.
  public static func plain(unsafe: Bool = false) -> MarkdownOptions {
    var options = MarkdownOptions()
    options.isPlain = true
    options.rawHTML = unsafe ? .allowed : .omitted
    options.hasTypography = false
    options.reviewsWriting = false
    return options
  }
}
