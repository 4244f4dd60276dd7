/// Values sorted into few classes.
public struct Classes: Hashable, Sendable {
  public enum Method: Hashable, Sendable {
    /// As many values in each.
    case quantiles
    /// The breaks that leave the least variance inside classes (G. F. Jenks, 1967; exact, by Fisher's dynamic programme of 1958).
    case jenks
    /// The lower bounds of all classes but the first.
    case given([Double])
  }

  /// For each class, its smallest and largest value.
  public let bounds: [(low: Double, high: Double)]

  /// - Parameter count: how many classes at most, from 1 to 5; never more than there are different values.
  public init(_ values: [Double], method: Method = .jenks, count: Int = 5) {
    let sorted = values.filter(\.isFinite).sorted()
    var distinct: [Double] = []
    for value in sorted where distinct.last != value { distinct.append(value) }
    let wanted = min(max(count, 1), 5, distinct.count)
    guard wanted > 0 else {
      bounds = []
      return
    }
    let starts: [Int]
    switch method {
    case .given(let breaks):
      let breaks = breaks.sorted().prefix(4)
      starts = [0] + breaks.compactMap { limit in sorted.firstIndex { $0 >= limit } }
    case .quantiles:
      // Equal values stay together: a class starts where its first value first appears.
      starts = (0..<wanted).map { part in
        let index = part * sorted.count / wanted
        return sorted.firstIndex(of: sorted[index]) ?? index
      }
    case .jenks: starts = Classes.breaks(sorted, wanted)
    }
    var unique: [Int] = []
    for start in starts where unique.last.map({ start > $0 }) ?? true { unique.append(start) }
    bounds = unique.indices.map { place in
      let end = place + 1 < unique.count ? unique[place + 1] : sorted.count
      return (sorted[unique[place]], sorted[end - 1])
    }
  }

  /// The class of a value, from 0.
  public func callAsFunction(_ value: Double) -> Int {
    for index in bounds.indices.reversed() where value >= bounds[index].low { return index }
    return 0
  }

  /// The step of colour of a class, from 0 to 4: spread over all five.
  func level(_ index: Int) -> Int {
    bounds.count <= 1 ? 2 : (index * 4 * 2 + bounds.count - 1) / (2 * (bounds.count - 1))
  }

  /// First indices of the classes with the least sum of squared deviations.
  private static func breaks(_ all: [Double], _ count: Int) -> [Int] {
    // Thousands of values have the same breaks as an even sample of them, near enough, and cost too much.
    let step = max(1, all.count / 500)
    let sample = stride(from: 0, to: all.count, by: step).map { all[$0] }
    let n = sample.count
    guard count > 1, n > count else { return count > 1 ? Array(0..<min(count, all.count)) : [0] }
    var sums = [0.0]
    var squares = [0.0]
    for value in sample {
      sums.append(sums[sums.count - 1] + value)
      squares.append(squares[squares.count - 1] + value * value)
    }
    func deviation(_ from: Int, _ to: Int) -> Double {
      let size = Double(to - from)
      let sum = sums[to] - sums[from]
      return max(0, squares[to] - squares[from] - sum * sum / size)
    }
    var cost = (0...n).map { $0 == 0 ? 0 : deviation(0, $0) }
    var starts: [[Int]] = [Array(repeating: 0, count: n + 1)]
    for part in 1..<count {
      var next = [Double](repeating: .infinity, count: n + 1)
      var from = [Int](repeating: 0, count: n + 1)
      for end in (part + 1)...n {
        for start in part..<end where sample[start] != sample[start - 1] {
          let total = cost[start] + deviation(start, end)
          if total < next[end] {
            next[end] = total
            from[end] = start
          }
        }
      }
      cost = next
      starts.append(from)
    }
    var found: [Int] = []
    var end = n
    for part in (1..<count).reversed() {
      let start = starts[part][end]
      guard start > 0 else { break }
      found.append(start)
      end = start
    }
    return ([0] + found.reversed()).map { index in
      let value = sample[index]
      return all.firstIndex(of: value) ?? 0
    }
  }

  public static func == (a: Classes, b: Classes) -> Bool {
    a.bounds.elementsEqual(b.bounds) { $0.low == $1.low && $0.high == $1.high }
  }

  public func hash(into hasher: inout Hasher) {
    for bound in bounds {
      hasher.combine(bound.low)
      hasher.combine(bound.high)
    }
  }
}
