import Glibc

/// Powers of floating-point numbers. The C library's `pow` is the one Python calls.
enum FloatingPower {
  /// Nil where the result is no real number or too large.
  static func power(_ base: Double, _ exponent: Double) -> Double? {
    if base == 0, exponent < 0 { return nil }
    let result = pow(base, exponent)
    if result.isNaN, !base.isNaN, !exponent.isNaN { return nil }
    if result.isInfinite, base.isFinite, exponent.isFinite { return nil }
    return result
  }
}
