import Drawing

/// Measures of one ring.
enum Polygon {
  static func signedArea(_ ring: [Point]) -> Double {
    var sum = 0.0
    for index in ring.indices {
      let (a, b) = (ring[index], ring[index + 1 == ring.count ? 0 : index + 1])
      sum += a.x * b.y - b.x * a.y
    }
    return sum / 2
  }

  static func area(_ ring: [Point]) -> Double { abs(signedArea(ring)) }

  static func centroid(_ ring: [Point]) -> Point {
    let area = signedArea(ring)
    guard abs(area) > 1e-9 else { return ring.first ?? Point(0, 0) }
    var (x, y) = (0.0, 0.0)
    for index in ring.indices {
      let (a, b) = (ring[index], ring[index + 1 == ring.count ? 0 : index + 1])
      let cross = a.x * b.y - b.x * a.y
      x += (a.x + b.x) * cross
      y += (a.y + b.y) * cross
    }
    return Point(x / (6 * area), y / (6 * area))
  }

  static func bounds(_ ring: [Point]) -> Rect {
    var low = Point(.infinity, .infinity)
    var high = Point(-.infinity, -.infinity)
    for point in ring {
      low = Point(min(low.x, point.x), min(low.y, point.y))
      high = Point(max(high.x, point.x), max(high.y, point.y))
    }
    return low.x <= high.x
      ? Rect(x: low.x, y: low.y, width: high.x - low.x, height: high.y - low.y)
      : Rect(x: 0, y: 0, width: 0, height: 0)
  }

  static func contains(_ ring: [Point], _ point: Point) -> Bool {
    var inside = false
    for index in ring.indices {
      let (a, b) = (ring[index], ring[index + 1 == ring.count ? 0 : index + 1])
      if (a.y > point.y) != (b.y > point.y),
        point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x
      {
        inside.toggle()
      }
    }
    return inside
  }

  /// Whether a box lies wholly inside: its middle does, and no side of the ring runs through it.
  static func holds(_ ring: [Point], _ box: Rect) -> Bool {
    guard contains(ring, box.center) else { return false }
    for index in ring.indices {
      let (a, b) = (ring[index], ring[index + 1 == ring.count ? 0 : index + 1])
      if max(a.x, b.x) < box.x || min(a.x, b.x) > box.maxX || max(a.y, b.y) < box.y
        || min(a.y, b.y) > box.maxY
      {
        continue
      }
      if box.isCrossed(from: a, to: b) { return false }
    }
    return true
  }
}

extension Rect {
  /// Whether a segment runs through the inside (Y.-D. Liang & B. A. Barsky, 1984).
  func isCrossed(from a: Point, to b: Point) -> Bool {
    var from = 0.0
    var to = 1.0
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    for (p, q) in [(-dx, a.x - x), (dx, maxX - a.x), (-dy, a.y - y), (dy, maxY - a.y)] {
      if p == 0 {
        if q <= 0 { return false }
      } else {
        let t = q / p
        if p < 0 { from = max(from, t) } else { to = min(to, t) }
      }
    }
    return from < to
  }
}
