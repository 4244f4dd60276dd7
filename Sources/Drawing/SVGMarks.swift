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
        if drawsEdgesApart && text.halo {
          texts(marks[index..<end].map(\.withoutEdge)[...], text.withoutEdge, textSize: textSize)
        }
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

  /// Lines are written as steps from the point before, in tenths so that rounding does not add up: outlines of
  /// many points take a third less.
  private mutating func elements(_ path: Path) {
    var here = Point(0, 0)
    var isInLine = false
    for element in path.elements {
      let wasInLine = isInLine
      isInLine = false
      switch element {
      case .move(let point):
        append("M")
        pair(point.x, point.y)
        here = point.tenths
      case .line(let point):
        let next = point.tenths
        let mark = bytes.count
        pair((next.x - here.x) / 10, (next.y - here.y) / 10)
        if !wasInLine {
          bytes.insert(UInt8(ascii: "l"), at: mark)
        } else if bytes[mark] != UInt8(ascii: "-") {
          bytes.insert(.space, at: mark)
        }
        here = next
        isInLine = true
      case .arc(let radius, let large, let clockwise, let point):
        append("A")
        pair(radius, radius)
        append(large ? " 0 1" : " 0 0")
        append(clockwise ? " 1 " : " 0 ")
        pair(point.x, point.y)
        here = point.tenths
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
      content(of: text)
      append("</text>")
    }
    if grouped { append("</g>") }
  }

  /// The characters of a text, the letters of ordinals raised.
  private mutating func content(of text: Text) {
    var string = text.string
    string.withUTF8 { buffer in
      let raised = Superscripts.ranges(in: buffer)
      guard !raised.isEmpty else { return bytes.appendEscaped(buffer) }
      var copied = 0
      var isBack = true
      for range in raised {
        text.lowered(&bytes, isBack, buffer[copied..<range.lowerBound])
        bytes.append("<tspan dy=\"-.3em\" font-size=\".7em\">")
        bytes.appendEscaped(buffer[range])
        bytes.append("</tspan>")
        copied = range.upperBound
        isBack = false
      }
      text.lowered(&bytes, isBack, buffer[copied...])
    }
  }
}

extension Mark {
  fileprivate var withoutEdge: Mark {
    if case .text(let text) = self { .text(text.withoutEdge) } else { self }
  }
}

extension Text {
  fileprivate var withoutEdge: Text {
    var text = self
    text.halo = false
    return text
  }

  /// Characters on the baseline; after raised ones, a shift takes them back to it (0.3 em of 0.7 em is 0.21 em of the whole).
  fileprivate func lowered(_ bytes: inout [UInt8], _ isFirst: Bool, _ run: Slice<UnsafeBufferPointer<UInt8>>)
  {
    if isFirst || run.isEmpty { return bytes.appendEscaped(run) }
    bytes.append("<tspan dy=\".21em\">")
    bytes.appendEscaped(run)
    bytes.append("</tspan>")
  }
}

extension Point {
  /// The point in whole tenths, as coordinates are written.
  fileprivate var tenths: Point { Point((x * 10).rounded(), (y * 10).rounded()) }
}
