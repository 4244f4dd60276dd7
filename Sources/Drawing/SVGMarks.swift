import Diagnostics

extension SVGWriter {
  /// Writes marks in order; neighbours painted alike share one element or one group.
  mutating func write(_ marks: [Mark], textSize: Double) {
    var index = 0
    while index < marks.count {
      var end = index + 1
      while end < marks.count, Self.alike(marks[index], marks[end]) { end += 1 }
      switch marks[index] {
      case .rect(_, let style), .line(_, _, let style), .path(_, let style):
        outline(marks[index..<end], style)
      case .circle(_, _, let style):
        circles(marks[index..<end], style)
      case .text(let text):
        texts(marks[index..<end], text, textSize: textSize)
      case .group(let group):
        write(group, textSize: textSize)
      }
      index = end
    }
  }

  private static func alike(_ a: Mark, _ b: Mark) -> Bool {
    switch (a, b) {
    case (.rect(_, let s), .rect(_, let t)), (.line(_, _, let s), .line(_, _, let t)),
      (.circle(_, _, let s), .circle(_, _, let t)):
      s == t
    case (.text(let s), .text(let t)):
      s.size == t.size && s.weight == t.weight && s.anchor == t.anchor && s.role == t.role && s.halo == t.halo
    default: false
    }
  }

  private mutating func write(_ group: Group, textSize: Double) {
    guard let clip = group.clip else { return write(group.marks, textSize: textSize) }
    append("<clipPath id=\"")
    bytes.appendEscaped(idPrefix)
    append("-c")
    bytes.appendDecimal(clips)
    append("\"><path d=\"")
    rect(clip)
    append("\"/></clipPath><g clip-path=\"url(#")
    bytes.appendEscaped(idPrefix)
    append("-c")
    bytes.appendDecimal(clips)
    append(")\">")
    clips += 1
    write(group.marks, textSize: textSize)
    append("</g>")
  }

  /// Boxes, lines and paths painted alike, as one `path` (paths stay one each: they may overlap).
  private mutating func outline(_ marks: ArraySlice<Mark>, _ style: Style) {
    append("<path")
    paint(style)
    append(" d=\"")
    for mark in marks {
      switch mark {
      case .rect(let box, _): rect(box)
      case .line(let a, let b, _): line(a, b)
      case .path(let path, _): elements(path)
      default: break
      }
    }
    append("\"/>")
  }

  private mutating func rect(_ box: Rect) {
    append("M")
    pair(box.x, box.y)
    append("h")
    number(box.width)
    append("v")
    number(box.height)
    append("h")
    number(-box.width)
    append("z")
  }

  private mutating func line(_ a: Point, _ b: Point) {
    append("M")
    pair(a.x, a.y)
    if a.y == b.y {
      append("H")
      number(b.x)
    } else if a.x == b.x {
      append("V")
      number(b.y)
    } else {
      append("L")
      pair(b.x, b.y)
    }
  }

  private mutating func elements(_ path: Path) {
    for element in path.elements {
      switch element {
      case .move(let point):
        append("M")
        pair(point.x, point.y)
      case .line(let point):
        append("L")
        pair(point.x, point.y)
      case .arc(let radius, let large, let clockwise, let point):
        append("A")
        pair(radius, radius)
        append(large ? " 0 1" : " 0 0")
        append(clockwise ? " 1 " : " 0 ")
        pair(point.x, point.y)
      case .close: append("z")
      }
    }
  }

  private mutating func circles(_ marks: ArraySlice<Mark>, _ style: Style) {
    let grouped = marks.count > 1
    if grouped {
      append("<g")
      paint(style)
      append(">")
    }
    for case .circle(let center, let radius, _) in marks {
      append("<circle")
      if !grouped { paint(style) }
      append(" cx=\"")
      number(center.x)
      append("\" cy=\"")
      number(center.y)
      append("\" r=\"")
      number(radius)
      append("\"/>")
    }
    if grouped { append("</g>") }
  }

  private mutating func texts(_ marks: ArraySlice<Mark>, _ first: Text, textSize: Double) {
    let grouped = marks.count > 1
    if grouped {
      append("<g")
      attributes(of: first, textSize: textSize)
      append(">")
    }
    for case .text(let text) in marks {
      append("<text")
      if !grouped { attributes(of: text, textSize: textSize) }
      append(" x=\"")
      number(text.origin.x)
      append("\" y=\"")
      number(text.origin.y)
      append("\">")
      bytes.appendEscaped(text.string)
      append("</text>")
    }
    if grouped { append("</g>") }
  }
}
