import Diagnostics
import FrenchText
import FrontMatter

/// What an earlier edition published: its `chiffres-cles.json`.
public struct Edition: Sendable {
  public struct Figure: Sendable, Hashable {
    /// `partie/section`.
    public let section: String
    public let id: String
    public let quantity: Quantity
    public let label: String
    public let location: SourceLocation
  }

  /// `2023-2024`
  public let name: String
  public let figures: [Figure]
  public let tables: [EditionTable]

  private let byKey: [String: Int]
  /// Identifiers that only one section uses, for sections that moved since.
  private let byID: [String: Int]

  public init(name: String, figures: [Figure], tables: [EditionTable]) {
    self.name = name
    self.figures = figures
    self.tables = tables
    var byKey: [String: Int] = [:]
    var byID: [String: Int] = [:]
    for (index, figure) in figures.enumerated() {
      byKey[figure.section + "/" + figure.id] = index
      byID[figure.id] = byID[figure.id] == nil ? index : -1
    }
    self.byKey = byKey
    self.byID = byID.filter { $0.value >= 0 }
  }

  /// The figure of the same section and identifier.
  public func figure(section: String, id: String) -> Figure? { byKey[section + "/" + id].map { figures[$0] } }

  /// The figure of that identifier, when only one section has it: for a section that was renamed or moved.
  public func movedFigure(id: String) -> Figure? { byID[id].map { figures[$0] } }

  /// The table of that identifier, of the section if several have it.
  public func table(section: String, id: String) -> EditionTable? {
    let named = tables.filter { $0.id == id }
    return named.first { $0.section == section } ?? (named.count == 1 ? named[0] : nil)
  }
}
