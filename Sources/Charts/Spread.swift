/// Moves labels along one axis just far enough that none overlaps another.
///
/// Pools of neighbours, as in isotonic regression: each pool lies around the mean of what its members wish; linear after the sort.
enum Spread {
  /// - Parameters:
  ///   - wishes: the centres wished for.
  ///   - heights: how much room each takes.
  ///   - range: where all must lie; if they cannot, they lie as tightly as they must from its start.
  /// - Returns: centres, in the order given.
  static func place(_ wishes: [Double], heights: [Double], in range: ClosedRange<Double>) -> [Double] {
    let order = wishes.indices.sorted { wishes[$0] == wishes[$1] ? $0 < $1 : wishes[$0] < wishes[$1] }
    struct Pool {
      var members: Int
      var height: Double
      /// Sum over members of where the pool's top would be if the member had its wish.
      var wish: Double
      var top: Double { wish / Double(members) }
    }
    let total = heights.reduce(0, +)
    let room = max(range.upperBound - total, range.lowerBound)
    var pools: [Pool] = []
    for index in order {
      pools.append(Pool(members: 1, height: heights[index], wish: wishes[index] - heights[index] / 2))
      while pools.count > 1 {
        let last = pools[pools.count - 1]
        let before = pools[pools.count - 2]
        guard before.top + before.height > last.top else { break }
        pools.removeLast()
        pools[pools.count - 1] = Pool(
          members: before.members + last.members, height: before.height + last.height,
          wish: before.wish + last.wish - before.height * Double(last.members))
      }
    }
    // Inside the range: down from its start, then up from its end.
    var tops = pools.map(\.top)
    var floor = range.lowerBound
    for index in pools.indices {
      tops[index] = max(tops[index], floor)
      floor = tops[index] + pools[index].height
    }
    var ceiling = max(range.upperBound, room + total)
    for index in pools.indices.reversed() {
      tops[index] = min(tops[index], ceiling - pools[index].height)
      ceiling = tops[index]
    }
    var centres = wishes
    var position = 0
    for (index, pool) in pools.enumerated() {
      var y = tops[index]
      for _ in 0..<pool.members {
        centres[order[position]] = y + heights[order[position]] / 2
        y += heights[order[position]]
        position += 1
      }
    }
    return centres
  }
}
