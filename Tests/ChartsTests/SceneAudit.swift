import Drawing

@testable import Charts

/// What is wrong with the lettering of a scene: texts that touch one another, a mark they do not name, or the frame.
struct SceneAudit {
  var texts: [Text] = []
  var boxes: [Rect] = []
  var circles: [(Point, Double)] = []
  var segments: [(Point, Point)] = []
  let scene: Scene

  init(_ scene: Scene) {
    self.scene = scene
    collect(scene.marks, role: nil)
  }

  private mutating func collect(_ marks: [Mark], role: Group.Role?) {
    let isMark: Bool
    switch role {
    case .data, .axis, .annotation: isMark = true
    default: isMark = false
    }
    for mark in marks {
      switch mark {
      case .text(let text): texts.append(text)
      case .group(let group): collect(group.marks, role: group.role)
      case .rect(let box, _) where isMark: boxes.append(box)
      case .circle(let center, let radius, _) where isMark: circles.append((center, radius))
      case .line(let a, let b, let style) where isMark && style.stroke != .ground: segments.append((a, b))
      case .path(let path, let style) where isMark && style.fill == nil && style.stroke != .ground:
        var last: Point?
        for element in path.elements {
          switch element {
          case .move(let point): last = point
          case .line(let point):
            if let last { segments.append((last, point)) }
            last = point
          default: break
          }
        }
      default: break
      }
    }
  }

  var faults: [String] {
    var faults: [String] = []
    let frame = Rect(x: -0.01, y: -0.01, width: scene.size.width + 0.02, height: scene.size.height + 0.02)
    let inner = texts.map { $0.bounds.insetBy(0.4) }
    for (index, text) in texts.enumerated() {
      if !frame.contains(text.bounds.insetBy(0.01)) {
        faults.append("hors du cadre : \(text.string) \(text.bounds)")
      }
      if text.size < 12 { faults.append("trop petit : \(text.string)") }
      for other in (index + 1)..<max(texts.count, index + 1) where inner[index].overlaps(inner[other]) {
        faults.append("se touchent : \(text.string) / \(texts[other].string)")
      }
      // Lettering on a mark lies wholly inside it; what is cut at the ascender or descender does not show.
      let ink = Rect(
        x: inner[index].x, y: text.origin.y - text.size * 0.74, width: inner[index].width,
        height: text.size * 0.74)
      if text.onMark { continue }
      for box in boxes where box.width > 0.5 && box.height > 0.5 && box.insetBy(0.2).overlaps(ink) {
        faults.append("sur une marque : \(text.string) \(box)")
      }
      for (center, radius) in circles
      where Rect(x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius).insetBy(
        0.9
      )
      .overlaps(ink) {
        faults.append("sur un point : \(text.string)")
      }
      for (a, b) in segments where ink.isCrossed(from: a, to: b) {
        faults.append("sur une ligne : \(text.string)")
      }
    }
    return faults
  }
}
