import Diagnostics
import FrontMatter

/// What an error in a header leaves uncertain. Whoever misses something there says nothing: the error does, and would be
/// read after its consequences.
public struct HeaderDoubts: OptionSet, Hashable, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let figures = HeaderDoubts(rawValue: 1)
  public static let tables = HeaderDoubts(rawValue: 2)
  /// Keys that a section is expected to have.
  public static let keys = HeaderDoubts(rawValue: 4)
  public static let all: HeaderDoubts = [.figures, .tables, .keys]

  /// - Parameters:
  ///   - said: what was said of the header once its syntax was right.
  ///   - node: the header.
  init(_ said: [Diagnostic], in node: Node, of header: Header) {
    self = []
    let entries = node.entries ?? []
    for diagnostic in said where diagnostic.severity == .error {
      insert(.keys)
      let offset = diagnostic.location.range.lowerBound
      switch entries.last(where: { $0.keyRange.lowerBound <= offset })?.key {
      case "chiffres": insert(.figures)
      case "tableaux": insert(.tables)
      default:
        guard diagnostic.code == FrontMatterCode.unknownKey.rawValue else { continue }
        if header.figures.isEmpty { insert(.figures) }
        if header.schemas.isEmpty { insert(.tables) }
      }
    }
  }
}
