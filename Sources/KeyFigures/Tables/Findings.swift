import Diagnostics

/// Gathers what one check finds in one table: the first faults one by one, the rest as a number, so that a column of
/// 100,000 wrong cells does not hide the other problems.
struct Findings {
  static let limit = 20

  private var kept: [Diagnostic] = []
  private var dropped = 0
  private var lastLocation: SourceLocation?

  var isEmpty: Bool { kept.isEmpty }

  /// The closure is called only for what is kept.
  mutating func add(at location: @autoclosure () -> SourceLocation, _ make: (SourceLocation) -> Diagnostic) {
    if kept.count < Self.limit {
      kept.append(make(location()))
    } else {
      if dropped == 0 { lastLocation = location() }
      dropped += 1
    }
  }

  mutating func add(_ diagnostic: Diagnostic) { add(at: diagnostic.location) { _ in diagnostic } }

  func report(_ code: KeyFigureCode, _ diagnostics: inout [Diagnostic]) {
    diagnostics += kept
    guard dropped > 0, let lastLocation else { return }
    let others =
      dropped == 1 ? "Une autre cellule est dans ce cas" : "\(dropped) autres cellules sont dans ce cas"
    diagnostics.append(Diagnostic(code, at: lastLocation, "\(others), la première ici"))
  }
}
