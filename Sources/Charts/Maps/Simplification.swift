import Drawing

/// Fewer points for the same outlines.
///
/// M. Visvalingam & J. D. Whyatt, “Line generalisation by repeated elimination of points” (1993). It works on the points themselves rather
/// than on each ring: neighbours share the points of their border, so that what goes from one goes from the other and no gap opens.
struct Simplification {
  private struct Vertex {
    let point: Point
    /// The two points before and after it in every ring that holds it; a junction has more, and stays.
    var first: Int32 = -1
    var second: Int32 = -1
    var isFixed = false
    var isGone = false
    var version: Int32 = 0
    var rings: (Int32, Int32) = (-1, -1)
  }

  /// - Parameter area: the triangles, in square units of the points, under which a point is left out.
  /// - Returns: the rings in their order, each with at least three points.
  static func simplify(_ rings: [[Point]], area threshold: Double) -> [[Point]] {
    var vertices: [Vertex] = []
    var indices: [Point: Int32] = [:]
    var sequences: [[Int32]] = []
    sequences.reserveCapacity(rings.count)
    for (ring, points) in rings.enumerated() {
      var sequence: [Int32] = []
      sequence.reserveCapacity(points.count)
      for point in points {
        let index = indices[point] ?? Int32(vertices.count)
        if index == vertices.count {
          indices[point] = index
          vertices.append(Vertex(point: point))
        }
        sequence.append(index)
        let i = Int(index)
        if vertices[i].rings.0 < 0 {
          vertices[i].rings.0 = Int32(ring)
        } else if vertices[i].rings.1 < 0 {
          vertices[i].rings.1 = Int32(ring)
        } else {
          vertices[i].isFixed = true
        }
      }
      sequences.append(sequence)
    }
    for sequence in sequences where sequence.count >= 3 {
      for place in sequence.indices {
        let before = sequence[place == 0 ? sequence.count - 1 : place - 1]
        let after = sequence[place + 1 == sequence.count ? 0 : place + 1]
        let i = Int(sequence[place])
        if vertices[i].first < 0 {
          (vertices[i].first, vertices[i].second) = (before, after)
        } else {
          let known = (vertices[i].first, vertices[i].second)
          if !(known == (before, after) || known == (after, before)) { vertices[i].isFixed = true }
        }
      }
    }
    // A point on the border of one area only at one side of it, of two at the other, is a junction as well.
    for sequence in sequences where sequence.count >= 3 {
      for place in sequence.indices {
        let before = Int(sequence[place == 0 ? sequence.count - 1 : place - 1])
        let i = Int(sequence[place])
        if vertices[before].rings.1 < 0, vertices[i].rings.1 >= 0 { vertices[i].isFixed = true }
        if vertices[before].rings.1 >= 0, vertices[i].rings.1 < 0 { vertices[before].isFixed = true }
      }
    }
    var left = sequences.map { Int32($0.count) }
    var heap = Heap()
    func area(_ i: Int) -> Double {
      let (a, b, c) = (
        vertices[Int(vertices[i].first)].point, vertices[i].point, vertices[Int(vertices[i].second)].point
      )
      return abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2
    }
    for i in vertices.indices where !vertices[i].isFixed && vertices[i].first >= 0 {
      heap.push(.init(area: area(i), index: Int32(i), version: 0))
    }
    while let entry = heap.pop(), entry.area < threshold {
      let i = Int(entry.index)
      guard !vertices[i].isGone, vertices[i].version == entry.version else { continue }
      let rings = vertices[i].rings
      let spare = left[Int(rings.0)] > 4 && (rings.1 < 0 || left[Int(rings.1)] > 4)
      guard spare else { continue }
      vertices[i].isGone = true
      left[Int(rings.0)] -= 1
      if rings.1 >= 0 { left[Int(rings.1)] -= 1 }
      let (first, second) = (Int(vertices[i].first), Int(vertices[i].second))
      for (near, far) in [(first, second), (second, first)] where !vertices[near].isFixed {
        if vertices[near].first == entry.index {
          vertices[near].first = Int32(far)
        } else {
          vertices[near].second = Int32(far)
        }
        vertices[near].version += 1
        // Never smaller than what has just gone, so that the order of removal is the order of importance.
        heap.push(
          .init(area: max(area(near), entry.area), index: Int32(near), version: vertices[near].version))
      }
    }
    return sequences.map { $0.compactMap { vertices[Int($0)].isGone ? nil : vertices[Int($0)].point } }
  }

  /// The smallest triangle first; equal ones by index.
  private struct Heap {
    struct Entry {
      let area: Double
      let index: Int32
      let version: Int32

      func isBefore(_ other: Entry) -> Bool { area == other.area ? index < other.index : area < other.area }
    }

    private var entries: [Entry] = []

    mutating func push(_ entry: Entry) {
      entries.append(entry)
      var child = entries.count - 1
      while child > 0, entries[child].isBefore(entries[(child - 1) / 2]) {
        entries.swapAt(child, (child - 1) / 2)
        child = (child - 1) / 2
      }
    }

    mutating func pop() -> Entry? {
      guard let top = entries.first, let last = entries.popLast() else { return nil }
      guard !entries.isEmpty else { return top }
      entries[0] = last
      var parent = 0
      while true {
        var least = parent
        for child in [2 * parent + 1, 2 * parent + 2] where child < entries.count {
          if entries[child].isBefore(entries[least]) { least = child }
        }
        if least == parent { return top }
        entries.swapAt(least, parent)
        parent = least
      }
    }
  }
}
