/// An outline made of straight lines and arcs of circles, which is all that charts and maps need.
public struct Path: Hashable, Sendable {
  public enum Element: Hashable, Sendable {
    case move(Point)
    case line(Point)
    /// An arc of a circle to a point; `clockwise` as seen on the screen.
    case arc(radius: Double, large: Bool, clockwise: Bool, to: Point)
    case close
  }

  public var elements: [Element]

  public init(_ elements: [Element] = []) {
    self.elements = elements
  }

  public init(polygon points: some Sequence<Point>) {
    elements = []
    for point in points { elements.append(elements.isEmpty ? .move(point) : .line(point)) }
    if !elements.isEmpty { elements.append(.close) }
  }

  public mutating func move(to point: Point) { elements.append(.move(point)) }
  public mutating func line(to point: Point) { elements.append(.line(point)) }
  public mutating func close() { elements.append(.close) }

  public mutating func arc(radius: Double, large: Bool, clockwise: Bool, to point: Point) {
    elements.append(.arc(radius: radius, large: large, clockwise: clockwise, to: point))
  }
}
