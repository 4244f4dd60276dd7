/// What a reader knows of counts of which some are hidden: equations between them, and that none is negative.
///
/// Secondary suppression as in *Handbook on Statistical Disclosure Control* (Hundepool et al., ESSnet, 2010),
/// section 4.2: a hidden cell is safe when the published numbers leave it room, which is shown here by two complete
/// tables that differ in it and that both agree with everything published.
struct DisclosureSystem {
  struct Equation {
    /// The sum of each cell times its coefficient is `constant`.
    var terms: [(cell: Int, coefficient: Int)]
    var constant: Int128 = 0
  }

  /// The true values, never negative.
  var values: [Int128] = []
  var equations: [Equation] = []
  /// Equations of each cell.
  private var equationsOf: [[Int]] = []

  /// Beyond this many hidden cells that hang together, a proof would take minutes.
  static let largestComponent = 150

  mutating func addCell(_ value: Int128) -> Int {
    values.append(value)
    equationsOf.append([])
    return values.count - 1
  }

  mutating func addEquation(_ terms: [(cell: Int, coefficient: Int)], constant: Int128 = 0) {
    for term in terms { equationsOf[term.cell].append(equations.count) }
    equations.append(Equation(terms: terms, constant: constant))
  }

  func equations(of cell: Int) -> [Int] { equationsOf[cell] }

  enum Verdict: Equatable {
    case safe
    /// Cells that the published numbers pin down, or nearly: one of each group of cells that hang together.
    case exposed(cells: [Int])
    case tooLarge
  }

  /// Whether each hidden cell may take at least `room` different values, as far as a reader can tell.
  func verdict(hidden: Set<Int>, room: Int128) -> Verdict {
    var exposed: [Int] = []
    for component in components(hidden) {
      switch verdict(component, room: room) {
      case .safe: continue
      case .exposed(let cells): exposed += cells
      case .tooLarge: return .tooLarge
      }
    }
    return exposed.isEmpty ? .safe : .exposed(cells: exposed)
  }

  /// Hidden cells that some equation ties together, with these equations; in the order of their first cell.
  private func components(_ hidden: Set<Int>) -> [(cells: [Int], equations: [Int])] {
    var seenEquations = Set<Int>()
    var seen = Set<Int>()
    var found: [(cells: [Int], equations: [Int])] = []
    for start in hidden.sorted() where seen.insert(start).inserted {
      var cells = [start]
      var equations: [Int] = []
      var next = 0
      while next < cells.count {
        for equation in equationsOf[cells[next]] where seenEquations.insert(equation).inserted {
          equations.append(equation)
          for term in self.equations[equation].terms where hidden.contains(term.cell) {
            if seen.insert(term.cell).inserted { cells.append(term.cell) }
          }
        }
        next += 1
      }
      found.append((cells.sorted(), equations.sorted()))
    }
    return found
  }

  private func verdict(_ component: (cells: [Int], equations: [Int]), room: Int128) -> Verdict {
    if component.equations.isEmpty { return .safe }
    if component.equations.count == 1 {
      return singleEquation(component.cells, equations[component.equations[0]], room: room)
    }
    guard component.cells.count <= Self.largestComponent else { return .tooLarge }
    let reduced = reducedEquations(component)
    guard let simplex = Simplex(equations: reduced, unknowns: component.cells.count) else {
      return .exposed(cells: [component.cells[0]])
    }
    // A table found for one cell often shows that others have room too.
    var witnesses = Witnesses(component.cells.map { values[$0] })
    for (unknown, cell) in component.cells.enumerated() where witnesses.spread(unknown) < room - 1 {
      for greatest in [false, true] {
        guard let extreme = simplex.extreme(of: unknown, greatest: greatest) else { break }
        // What can grow for ever needs no second table.
        if extreme.isUnbounded, greatest { witnesses.isFree[unknown] = true }
        if let solution = Self.wholeSolution(extreme.solution, reduced) { witnesses.add(solution) }
      }
      guard witnesses.spread(unknown) >= room - 1 || witnesses.isFree[unknown] else {
        return .exposed(cells: [cell])
      }
    }
    return .safe
  }

  /// One sum, of which the hidden cells share what is left: each may take all of it, or nothing.
  private func singleEquation(_ cells: [Int], _ equation: Equation, room: Int128) -> Verdict {
    let inside = Set(cells)
    let terms = equation.terms.filter { inside.contains($0.cell) }
    guard terms.count > 1 else { return .exposed(cells: [cells[0]]) }
    guard terms.allSatisfy({ $0.coefficient == terms[0].coefficient && abs($0.coefficient) == 1 }) else {
      // A sum hidden with its parts: both can grow together for ever.
      let isSumWithParts = terms.allSatisfy { abs($0.coefficient) == 1 }
      return isSumWithParts ? .safe : .exposed(cells: [cells[0]])
    }
    let left = terms.reduce(Int128(0)) { $0 + values[$1.cell] }
    return left >= room - 1 ? .safe : .exposed(cells: [cells[0]])
  }

  private func reducedEquations(
    _ component: (cells: [Int], equations: [Int])
  ) -> [(coefficients: [Int: Int], value: Int128)] {
    let unknowns = Dictionary(uniqueKeysWithValues: component.cells.enumerated().map { ($1, $0) })
    return component.equations.map { index in
      var coefficients: [Int: Int] = [:]
      var value: Int128 = 0
      for term in equations[index].terms {
        guard let unknown = unknowns[term.cell] else { continue }
        coefficients[unknown, default: 0] += term.coefficient
        value += Int128(term.coefficient) * values[term.cell]
      }
      return (coefficients, value)
    }
  }

  /// The solution if it is whole, non-negative, and does satisfy the equations: the proof is checked, not trusted.
  private static func wholeSolution(
    _ solution: [Fraction], _ equations: [(coefficients: [Int: Int], value: Int128)]
  ) -> [Int128]? {
    let whole = solution.map { value in
      let lowest = value.reduced
      return lowest.denominator == 1 && !lowest.isNegative ? lowest.numerator : nil
    }
    let values = whole.compactMap { $0 }
    guard values.count == solution.count else { return nil }
    for equation in equations {
      let sum = equation.coefficients.reduce(Int128(0)) { $0 + Int128($1.value) * values[$1.key] }
      guard sum == equation.value else { return nil }
    }
    return values
  }
}

/// Whole tables that agree with everything published: how far apart they put each cell.
private struct Witnesses {
  private var least: [Int128]
  private var greatest: [Int128]
  var isFree: [Bool]

  /// The true table is the first of them.
  init(_ values: [Int128]) {
    least = values
    greatest = values
    isFree = values.map { _ in false }
  }

  mutating func add(_ solution: [Int128]) {
    for (index, value) in solution.enumerated() {
      least[index] = min(least[index], value)
      greatest[index] = max(greatest[index], value)
    }
  }

  func spread(_ index: Int) -> Int128 { greatest[index] - least[index] }
}
