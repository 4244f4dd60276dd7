import Glibc

/// Round numbers along an axis.
///
/// J. Talbot, S. Lin & P. Hanrahan, “An Extension of Wilkinson’s Algorithm for Positioning Tick Labels on Axes”
/// (IEEE InfoVis 2010), with its weights; the legibility term is constant, since lettering here has one size.
struct Ticks {
  var start: Double
  var step: Double
  var count: Int

  var values: [Double] { (0..<count).map { value($0) } }
  var last: Double { value(count - 1) }

  /// Computed from whole steps, so that 0 is 0 and 0.3 is not 0.30000000000000004 by much.
  func value(_ index: Int) -> Double {
    let value = start + Double(index) * step
    return abs(value) < abs(step) * 1e-9 ? 0 : value
  }

  /// How many decimals tell the ticks apart.
  var decimals: Int {
    var decimals = 0
    var scaled = abs(step)
    while decimals < 6, abs(scaled - scaled.rounded()) > 1e-6 * max(1, scaled) {
      decimals += 1
      scaled *= 10
    }
    return decimals
  }

  /// The best ticks for data from `low` to `high`, about `target` of them.
  static func extended(low: Double, high: Double, target: Int) -> Ticks {
    guard high > low, (high - low) > 1e-12 * max(abs(high), abs(low)) else {
      return Ticks(start: low, step: 1, count: 1)
    }
    let steps: [Double] = [1, 5, 2, 2.5, 4, 3]
    let target = max(target, 2)
    var best = Ticks(start: low, step: high - low, count: 2)
    var bestScore = -2.0
    var j = 1.0
    search: while true {
      for (index, q) in steps.enumerated() {
        let simplest = simplicityMaximum(index, j)
        if 0.2 * simplest + 0.25 + 0.5 + 0.05 < bestScore { break search }
        var k = 2
        while k <= 24 {
          let densest = densityMaximum(k, target)
          if 0.2 * simplest + 0.25 + 0.5 * densest + 0.05 < bestScore { break }
          let delta = (high - low) / Double(k + 1) / j / q
          var z = ceil(log10(delta))
          while true {
            let step = j * q * pow(10, z)
            let coverMaximum = coverageMaximum(low, high, step * Double(k - 1))
            if 0.2 * simplest + 0.25 * coverMaximum + 0.5 * densest + 0.05 < bestScore { break }
            let first = (high / step).rounded(.down) * j - Double(k - 1) * j
            let final = (low / step).rounded(.up) * j
            if first > final { break }
            var start = first
            while start <= final {
              let lowest = start * (step / j)
              let highest = lowest + step * Double(k - 1)
              let score =
                0.2 * simplicity(index, j, lowest, highest, step)
                + 0.25 * coverage(low, high, lowest, highest)
                + 0.5 * density(k, target, low, high, lowest, highest) + 0.05
              if score > bestScore {
                bestScore = score
                best = Ticks(start: lowest, step: step, count: k)
              }
              start += 1
            }
            z += 1
          }
          k += 1
        }
      }
      j += 1
      if j > 4 { break }
    }
    return best
  }

  private static func simplicityMaximum(_ index: Int, _ j: Double) -> Double {
    1 - Double(index) / 5 - j + 1
  }

  private static func simplicity(
    _ index: Int, _ j: Double, _ low: Double, _ high: Double, _ step: Double
  ) -> Double {
    let rest = low - (low / step).rounded(.down) * step
    let holdsZero = (rest < 1e-10 * step || step - rest < 1e-10 * step) && low <= 0 && high >= 0
    return 1 - Double(index) / 5 - j + 1 + (holdsZero ? 1 : 0)
  }

  private static func coverageMaximum(_ low: Double, _ high: Double, _ span: Double) -> Double {
    let range = high - low
    guard span > range else { return 1 }
    let half = (span - range) / 2
    return 1 - half * half / (0.1 * range * 0.1 * range)
  }

  private static func coverage(_ low: Double, _ high: Double, _ first: Double, _ last: Double) -> Double {
    let range = 0.1 * (high - low)
    return 1 - 0.5 * ((high - last) * (high - last) + (low - first) * (low - first)) / (range * range)
  }

  private static func densityMaximum(_ k: Int, _ target: Int) -> Double {
    k >= target ? 2 - Double(k - 1) / Double(target - 1) : 1
  }

  private static func density(
    _ k: Int, _ target: Int, _ low: Double, _ high: Double, _ first: Double, _ last: Double
  ) -> Double {
    let r = Double(k - 1) / (last - first)
    let wanted = Double(target - 1) / (max(last, high) - min(first, low))
    return 2 - max(r / wanted, wanted / r)
  }
}
