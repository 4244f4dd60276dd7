import Diagnostics
import FrenchText
import FrontMatter

/// A key figure: a value and what it counts.
public struct Figure: Sendable, Hashable {
  /// Given by the editor, or made of the label.
  public internal(set) var id: String
  /// Where the editor gave the identifier; nil when it is made of the label.
  public let idLocation: SourceLocation?
  /// As written, with its unit and its qualifier.
  public let quantity: Quantity
  public let label: String
  /// What it was in the earlier edition, as the editor says.
  public let previous: Located<Quantity>?
  /// What was aimed at.
  public let target: Located<Quantity>?
  public let source: Located<String>?
  public let date: Located<Period>?
  /// Shown to the reader; silences warnings about the figure.
  public let note: Located<String>?
  /// The series was redefined: nothing is compared with the earlier edition.
  public let isBroken: Bool
  /// The title of its group, if there are groups.
  public let group: String?
  /// The whole figure.
  public let location: SourceLocation
  public let valueLocation: SourceLocation
  public let labelLocation: SourceLocation

  /// The share of the target that was reached, exact; nil without a target, or where either is no single number, or
  /// their units differ.
  public var rateReached: Ratio? {
    guard let target = target?.value.exact, let value = quantity.exact, !target.isZero,
      !hasOtherTargetUnit
    else { return nil }
    return value.divided(by: target)
  }

  var hasOtherTargetUnit: Bool { target.map { !quantity.isComparable(to: $0.value) } ?? false }
}

/// The figures of a section, in order.
public struct FigureSet: Sendable, Hashable {
  public struct Group: Sendable, Hashable {
    /// Nil when the figures are not in groups.
    public let title: Located<String>?
    public let figures: [Figure]

    public init(title: Located<String>?, figures: [Figure]) {
      self.title = title
      self.figures = figures
    }
  }

  public let groups: [Group]

  public init(groups: [Group] = []) { self.groups = groups }

  /// All of them; those of one group, the commonest case, are not copied.
  public var figures: [Figure] { groups.count == 1 ? groups[0].figures : groups.flatMap(\.figures) }
  public var isEmpty: Bool { groups.allSatisfy(\.figures.isEmpty) }

  public func figure(_ id: String) -> Figure? {
    for group in groups {
      if let place = group.figures.firstIndex(where: { $0.id == id }) { return group.figures[place] }
    }
    return nil
  }
}
