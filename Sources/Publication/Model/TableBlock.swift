import Diagnostics
import KeyFigures

/// A typed table of a section.
public struct TableBlock: Sendable {
  public let id: String
  public internal(set) var table: KeyFigures.Table
  /// The node of its Markdown table, whose cells may hold links and emphasis; nil when the cells come from a file.
  public let node: Int?
  /// Whether the page shows it; a table may also exist only to be drawn.
  public internal(set) var isShown: Bool
  /// Shown under the table; silences warnings about it.
  public let note: String?
  public let title: String?
  public let source: String?
  /// As French typography writes it.
  public let date: String?
  /// Counted over the whole publication, from 1; 0 when it is not shown.
  public internal(set) var number = 0
}
