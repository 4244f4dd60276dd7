import Drawing

/// What a chart is drawn on while it is laid out. It grows downwards; the layers are stacked at the end.
struct Sheet {
  let width: Double
  var height = 1.0
  /// 14 px of 720, 15 px of 340: never under 12 px on the screens each drawing is shown on.
  let textSize: Double
  var grid: [Mark] = []
  var data: [Mark] = []
  var axis: [Mark] = []
  /// Strokes over the data, and the ground that parts them from it.
  var halos: [Mark] = []
  var strokes: [Mark] = []
  var legend: [Mark] = []
  var labels: [Mark] = []
  /// From remarks to what they are about.
  var leaders: [Mark] = []
  /// Where each category, by its place in the drawing, has its values: remarks on it go there.
  var anchors: [(category: Int, at: Point)] = []
  /// Whether categories are rows, which leave no room above what they hold.
  var rowsLie = false

  init(width: Double) {
    let clamped = width.isFinite ? min(max(width, 240), 2000) : 720
    self.width = clamped
    textSize = clamped < 500 ? 15 : 14
  }

  var isNarrow: Bool { width < 500 }
  /// A column of paper: drawings are lower there, so that more of them end the page they are named on.
  var isPrinted: Bool { !isNarrow && width < 600 }
  var valueSize: Double { textSize + 3 }
  var lineHeight: Double { lineHeight(of: textSize) }
  func lineHeight(of size: Double) -> Double { (size * 1.25).rounded() }

  mutating func data(_ series: Int, _ marks: [Mark]) {
    data.append(.group(Group(.data(series: series), marks: marks)))
  }

  func scene(title: String, description: String) -> Scene {
    var marks: [Mark] = []
    if !grid.isEmpty { marks.append(.group(Group(.grid, marks: grid))) }
    marks += data
    if !axis.isEmpty { marks.append(.group(Group(.axis, marks: axis))) }
    if !strokes.isEmpty { marks.append(.group(Group(.axis, marks: halos + strokes))) }
    if !leaders.isEmpty { marks.append(.group(Group(.annotation, marks: leaders))) }
    if !legend.isEmpty { marks.append(.group(Group(.legend, marks: legend))) }
    if !labels.isEmpty { marks.append(.group(Group(.labels, marks: labels))) }
    return Scene(
      size: Size(width, height.rounded(.up)), title: title, description: description, textSize: textSize,
      marks: marks
    )
  }
}
