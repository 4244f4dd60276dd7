import Diagnostics
import FrenchText
import FrontMatter

/// A key figure: a value and what it counts. It is one reference, which its section, the blocks that show it and its
/// record share.
public final class Figure: Sendable {
  /// Given by the editor, or made of the label.
  public let id: String
  /// Where the editor gave the identifier; nil when it is made of the label.
  public let idLocation: SourceLocation?
  /// As written, with its unit and its qualifier.
  public let quantity: Quantity
  public let valueLocation: SourceLocation
  public let label: String
  /// The title of its group, if there are groups.
  public let group: String?
  private let background: Background?

  init(
    id: String, idLocation: SourceLocation?, quantity: Quantity, valueLocation: SourceLocation, label: String,
    group: String?, background: Background? = nil
  ) {
    self.id = id
    self.idLocation = idLocation
    self.quantity = quantity
    self.valueLocation = valueLocation
    self.label = label
    self.group = group
    self.background = background
  }

  /// The same figure under an identifier made of its label.
  init(_ figure: Figure, id: String) {
    self.id = id
    idLocation = nil
    quantity = figure.quantity
    valueLocation = figure.valueLocation
    label = figure.label
    group = figure.group
    background = figure.background
  }

  /// What keys may say besides the value and its label: most figures are sentences, and have none of it.
  final class Background: Sendable {
    let previous: Located<Quantity>?
    let target: Located<Quantity>?
    let source: Located<String>?
    let date: Located<Period>?
    let note: Located<String>?
    let isBroken: Bool

    init(
      previous: Located<Quantity>?, target: Located<Quantity>?, source: Located<String>?,
      date: Located<Period>?, note: Located<String>?, isBroken: Bool
    ) {
      self.previous = previous
      self.target = target
      self.source = source
      self.date = date
      self.note = note
      self.isBroken = isBroken
    }
  }

  /// Its `id` in the page that shows it.
  public var anchor: String { "chiffre-" + id }

  /// What it was in the earlier edition, as the editor says.
  public var previous: Located<Quantity>? { background?.previous }
  /// What was aimed at.
  public var target: Located<Quantity>? { background?.target }
  public var source: Located<String>? { background?.source }
  public var date: Located<Period>? { background?.date }
  /// Shown to the reader; silences warnings about the figure.
  public var note: Located<String>? { background?.note }
  /// The series was redefined: nothing is compared with the earlier edition.
  public var isBroken: Bool { background?.isBroken ?? false }

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
public struct FigureSet: Sendable {
  public struct Group: Sendable {
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
