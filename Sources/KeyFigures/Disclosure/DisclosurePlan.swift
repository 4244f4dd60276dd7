import FrenchText

/// Which cells of some tables are hidden, and the equations that a reader could use to find them.
struct DisclosurePlan {
  enum Outcome: Equatable {
    case safe
    /// The table that cannot be made safe.
    case unsafe(table: Int)
  }

  private struct Place: Hashable {
    let table: Int
    let row: Int
    let column: Int
  }

  private let tables: [Table]
  private var system = DisclosureSystem()
  /// One cell of the system may stand in several tables.
  private var cells: [Place: Int] = [:]
  private var places: [[Place]] = []
  private var hidden = Set<Int>()
  private var room: Int128 = 2

  init(_ tables: [Table]) {
    self.tables = tables
    addCells()
    for index in tables.indices { addEquations(index) }
    hidePrimary()
  }

  // MARK: The system

  /// Every exact count, the same in all tables that repeat it.
  private mutating func addCells() {
    var shared: [String: Int] = [:]
    for (index, table) in tables.enumerated() {
      for (column, cells) in table.columns.enumerated() where cells.type == .integer {
        for row in 0..<table.rowCount {
          guard let count = cells.plainCount(row), cells.scale == 0, count >= 0 else { continue }
          let place = Place(table: index, row: row, column: column)
          let label = normalized(table.label(ofRow: row))
          let key = label + "\u{0}" + cells.name + "\u{0}\(count)"
          // Only a table that asks for secrecy shares its cells: a cell of the same names and value elsewhere is it.
          if tables.count > 1, !label.isEmpty, let cell = shared[key],
            places[cell].allSatisfy({ $0.table != index })
          {
            self.cells[place] = cell
            places[cell].append(place)
          } else {
            let cell = system.addCell(count)
            self.cells[place] = cell
            places.append([place])
            shared[key] = cell
          }
        }
      }
    }
  }

  private mutating func addEquations(_ index: Int) {
    let table = tables[index]
    for (row, kind) in table.rowKinds.enumerated() where kind == .total {
      for column in table.columns.indices where table.columns[column].type == .integer {
        addTotal(index, row, column)
      }
    }
    for check in table.schema?.checks ?? [] {
      switch check {
      case .sum(let sum): addSum(index, sum)
      case .formula(let formula): addFormula(index, formula)
      default: continue
      }
    }
  }

  /// Both readings of a total row where a table has several: since the total before it, and since the top.
  private mutating func addTotal(_ index: Int, _ row: Int, _ column: Int) {
    let table = tables[index]
    guard let total = cells[Place(table: index, row: row, column: column)] else { return }
    let previous = (0..<row).last { table.rowKinds[$0] == .total }
    for start in Set([0, previous.map { $0 + 1 } ?? 0]).sorted() {
      let parts = (start..<row).filter { table.rowKinds[$0] == .data }
        .compactMap { cells[Place(table: index, row: $0, column: column)] }
      let sum = parts.reduce(Int128(0)) { $0 + system.values[$1] }
      guard sum == system.values[total], !parts.isEmpty else { continue }
      system.addEquation(parts.map { ($0, 1) } + [(total, -1)])
    }
  }

  private mutating func addSum(_ index: Int, _ sum: SumCheck) {
    let table = tables[index]
    if let column = sum.column.flatMap({ table.column(named: normalized($0.value)) }) {
      let parts = table.dataRows.compactMap { cells[Place(table: index, row: $0, column: column)] }
      if !parts.isEmpty { system.addEquation(parts.map { ($0, 1) }, constant: 0) }
      return
    }
    let columns = sum.columns?.names.compactMap { table.column(named: normalized($0.value)) } ?? []
    let target = table.column(named: normalized(sum.expected.value))
    for row in 0..<table.rowCount {
      let parts = columns.compactMap { cells[Place(table: index, row: row, column: $0)] }
      guard parts.count == columns.count, !parts.isEmpty else { continue }
      let total = target.flatMap { cells[Place(table: index, row: row, column: $0)] }
      system.addEquation(parts.map { ($0, 1) } + (total.map { [($0, -1)] } ?? []))
    }
  }

  /// A formula of sums and differences of counts is an equation in each row. `somme(Colonne)` in any formula says
  /// what the column adds up to, even where no total row does.
  private mutating func addFormula(_ index: Int, _ check: FormulaCheck) {
    let table = tables[index]
    guard let formula = try? FormulaParser.parse(check.text, columns: table.columns.map(\.name)) else {
      return
    }
    for case .aggregate(_, let column) in formula.program {
      let parts = table.dataRows.compactMap { cells[Place(table: index, row: $0, column: column)] }
      if !parts.isEmpty { system.addEquation(parts.map { ($0, 1) }) }
    }
    guard let terms = LinearFormula(formula)?.coefficients else { return }
    for row in 0..<table.rowCount {
      let parts = terms.compactMap { column, coefficient in
        cells[Place(table: index, row: row, column: column)].map { (cell: $0, coefficient: coefficient) }
      }
      guard parts.count == terms.count else { continue }
      system.addEquation(parts)
    }
  }

  // MARK: Hiding

  private mutating func hidePrimary() {
    for (index, table) in tables.enumerated() {
      guard let secret = table.schema?.secret?.value else { continue }
      room = max(room, Int128(secret))
      for (column, cells) in table.columns.enumerated() where cells.type == .integer {
        for row in 0..<table.rowCount {
          guard let cell = self.cells[Place(table: index, row: row, column: column)],
            system.values[cell] < Int128(secret)
          else { continue }
          hidden.insert(cell)
        }
      }
    }
  }

  /// Hides one more cell at a time until nothing can be computed back.
  mutating func solve() -> Outcome {
    while true {
      switch system.verdict(hidden: hidden, room: room) {
      case .safe: return .safe
      case .tooLarge: return .unsafe(table: tableOfSecret)
      case .exposed(let cells):
        for cell in cells {
          guard let next = complement(of: cell) else { return .unsafe(table: places[cell][0].table) }
          hidden.insert(next)
        }
      }
    }
  }

  private var tableOfSecret: Int { tables.firstIndex { $0.schema?.secret != nil } ?? 0 }

  /// The visible cell to hide next, for a group of hidden cells that has too little room: in the equations that hold
  /// the fewest hidden cells, for these pin them down. Best of all is a cell whose other equations have hidden cells
  /// already, since it closes a ring instead of opening another equation; then a part before a total; then the
  /// smallest.
  private func complement(of cell: Int) -> Int? {
    let candidates = equationsAround(cell).map { index in
      let terms = system.equations[index].terms
      return (
        visible: terms.filter { !hidden.contains($0.cell) }, hidden: terms.count { hidden.contains($0.cell) }
      )
    }.filter { !$0.visible.isEmpty }
    guard let fewest = candidates.map(\.hidden).min() else { return nil }
    return candidates.filter { $0.hidden == fewest }.flatMap(\.visible).min { rank($0) < rank($1) }?.cell
  }

  /// The equations of the cell, of the hidden cells in them, and so on.
  private func equationsAround(_ cell: Int) -> [Int] {
    var seen = Set<Int>()
    var cells = Set([cell])
    var frontier = [cell]
    while let next = frontier.popLast() {
      for equation in system.equations(of: next) where seen.insert(equation).inserted {
        for term in system.equations[equation].terms
        where hidden.contains(term.cell) && cells.insert(term.cell).inserted { frontier.append(term.cell) }
      }
    }
    return seen.sorted()
  }

  private func rank(_ term: (cell: Int, coefficient: Int)) -> (Int, Int, Int128, Int) {
    let opened = system.equations(of: term.cell).count { equation in
      !system.equations[equation].terms.contains { hidden.contains($0.cell) }
    }
    return (opened, term.coefficient < 0 ? 1 : 0, system.values[term.cell], term.cell)
  }

  // MARK: The outcome

  func apply(to tables: inout [Table]) {
    var places = [[Place]](repeating: [], count: tables.count)
    for cell in hidden {
      for place in self.places[cell] { places[place.table].append(place) }
    }
    for index in tables.indices where !places[index].isEmpty {
      var masked = MaskedTable(tables[index])
      for place in places[index] { masked.mask(place.row, place.column) }
      DerivedCells.mask(&masked, rows: Set(places[index].map(\.row)))
      tables[index] = masked.table
    }
  }
}
