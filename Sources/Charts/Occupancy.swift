import Drawing

/// What is taken of a field, by square, so that asking whether a label has room does not mean asking every other.
struct Occupancy {
  private let field: Rect
  private let cell = 24.0
  private let columns: Int
  private let rows: Int
  private var boxes: [Rect] = []
  private var cells: [[Int32]]

  init(_ field: Rect) {
    self.field = field
    columns = max(Int((field.width / cell).rounded(.up)), 1)
    rows = max(Int((field.height / cell).rounded(.up)), 1)
    cells = Array(repeating: [], count: columns * rows)
  }

  mutating func insert(_ box: Rect) {
    let index = Int32(boxes.count)
    boxes.append(box)
    forEachCell(of: box) { cells[$0].append(index) }
  }

  /// Takes the place of a box if it lies in the field and touches nothing.
  mutating func insert(ifFree box: Rect) -> Bool {
    guard field.contains(box) else { return false }
    var free = true
    forEachCell(of: box) { cell in
      if free, cells[cell].contains(where: { boxes[Int($0)].overlaps(box) }) { free = false }
    }
    if free { insert(box) }
    return free
  }

  private func forEachCell(of box: Rect, _ body: (Int) -> Void) {
    func bounded(_ value: Double, _ count: Int) -> Int { min(max(Int(value.rounded(.down)), 0), count - 1) }
    let left = bounded((box.x - field.x) / cell, columns)
    let right = bounded((box.maxX - field.x) / cell, columns)
    let top = bounded((box.y - field.y) / cell, rows)
    let bottom = bounded((box.maxY - field.y) / cell, rows)
    for row in top...bottom { for column in left...right { body(row * columns + column) } }
  }
}
