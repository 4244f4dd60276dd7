import Glibc

/// From values to pixels, in proportion or, where asked for, by powers of ten.
struct Scale {
  let low: Double
  let high: Double
  let from: Double
  let to: Double
  let logarithmic: Bool

  init(_ low: Double, _ high: Double, from: Double, to: Double, logarithmic: Bool = false) {
    self.logarithmic = logarithmic && low > 0
    let (a, b) = self.logarithmic ? (log10(low), log10(max(high, low))) : (low, high)
    self.low = a
    self.high = b > a ? b : a + 1
    self.from = from
    self.to = to
  }

  func callAsFunction(_ value: Double) -> Double {
    let place = logarithmic ? log10(max(value, 1e-300)) : value
    return from + (place - low) / (high - low) * (to - from)
  }
}
