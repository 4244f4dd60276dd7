import FrenchText
import TestSupport
import Testing

private func decimal(_ text: String) throws -> Decimal { try Decimal.parse(text).get() }

@Suite struct DecimalTests {
  @Test func comparesByValueWhateverTheDigitsShown() throws {
    let short = try decimal("30,7")
    let long = try decimal("30,700")
    #expect(short == long)
    #expect(Set([short, long]).count == 1)
    #expect(long.scale == 3)
    #expect(try decimal("-2") < decimal("-1,99"))
    #expect(try decimal("0,1") > decimal("0,09"))
    let huge = try #require(Decimal(significand: 1, scale: 38))
    #expect(try decimal("99999999999999999999999999999999999999") > huge)
    #expect(try decimal("-99999999999999999999999999999999999999") < huge.negated)
  }

  @Test func addsAndMultipliesExactly() throws {
    #expect(try decimal("0,1").adding(decimal("0,2")) == decimal("0,3"))
    #expect(try decimal("1,10").adding(decimal("2"))?.scale == 2)
    #expect(try decimal("1,25").multiplied(by: decimal("0,80"))?.plain == "1.0000")
    #expect(try decimal("5").subtracting(decimal("7,5")) == decimal("-2,5"))
    #expect(Decimal.sum([try decimal("53,7"), try decimal("46,3")]) == 100)
    #expect(Decimal.sum([]) == 0)
  }

  @Test func answersNilRatherThanOverflow() throws {
    let largest = try decimal("99999999999999999999999999999999999999")
    #expect(largest.adding(1) == nil)
    #expect(largest.negated.subtracting(1) == nil)
    #expect(largest.multiplied(by: 10) == nil)
    #expect(largest.rescaled(to: 1) == nil)
    #expect(largest.adding(try decimal("0,1")) == nil)
    #expect(Decimal(significand: .min, scale: 0) == nil)
    #expect(Decimal(significand: 1, scale: 39) == nil)
    #expect(Ratio(1, 0) == nil)
    #expect(Ratio(.min, -1) == nil)
    #expect(Ratio(largest).multiplied(by: Ratio(largest)) == nil)
    #expect(Ratio(Decimal(significand: 1, scale: 38) ?? 0).adding(Ratio(largest)) == nil)
    // Zeros that only fill the digits do not make a product too large.
    let thin = try #require(Decimal(significand: 1_000_000_000_000_000_000_000, scale: 21))
    #expect(thin.multiplied(by: thin) == 1)
  }

  @Test(arguments: [
    ("30,65", 1, "30.7"), ("30,649", 1, "30.6"), ("-30,65", 1, "-30.7"), ("0,5", 0, "1"), ("-0,5", 0, "-1"),
    ("0,49", 0, "0"), ("2", 3, "2.000"), ("99,95", 1, "100.0"),
  ])
  func roundsHalvesAwayFromZero(_ text: String, _ digits: Int, _ expected: String) throws {
    #expect(try decimal(text).rounded(toScale: digits)?.plain == expected)
    #expect(try Ratio(decimal(text)).rounded(toScale: digits)?.plain == expected)
  }

  @Test func writesPlainAndFrench() throws {
    #expect(try decimal("1740000").formatted == "1\u{202F}740\u{202F}000")
    #expect(try decimal("2462").formatted == "2\u{202F}462")
    #expect(try decimal("2025").formatted(grouped: false) == "2025")
    #expect(try decimal("-1234,5").formatted == "\u{2212}1\u{202F}234,5")
    #expect(try decimal("1,2").formatted(showsPlus: true) == "+1,2")
    #expect(try decimal("0").formatted(showsPlus: true) == "0")
    #expect(try decimal("-0,05").plain == "-0.05")
    #expect(Decimal(significand: 7, scale: 3)?.plain == "0.007")
    #expect(Decimal(Int.min).plain == "-9223372036854775808")
  }

  @Test func readsBackWhatItWrites() throws {
    var random = SeededNumbers(seed: 11)
    for _ in 0..<5_000 {
      let digits = Int.random(in: 0...20, using: &random)
      let magnitude = Int128.random(
        in: 0...Int128(1) << Int128(Int.random(in: 0...120, using: &random)), using: &random)
      guard
        let number = Decimal(significand: Bool.random(using: &random) ? -magnitude : magnitude, scale: digits)
      else { continue }
      let read = try decimal(number.formatted)
      #expect(read.significand == number.significand && read.scale == number.scale)
      let ungrouped = try decimal(number.formatted(grouped: false))
      #expect(ungrouped.significand == number.significand && ungrouped.scale == number.scale)
    }
  }

  @Test func obeysTheLawsOfArithmetic() throws {
    var random = SeededNumbers(seed: 12)
    func any() -> Decimal {
      Decimal(
        significand: Int128(Int.random(in: -1_000_000...1_000_000, using: &random)),
        scale: Int.random(in: 0...6, using: &random)) ?? 0
    }
    for _ in 0..<5_000 {
      let (a, b, c) = (any(), any(), any())
      #expect(a.adding(b) == b.adding(a))
      #expect(a.adding(b)?.adding(c) == b.adding(c)?.adding(a))
      #expect(a.adding(b)?.multiplied(by: c) == a.multiplied(by: c)?.adding(b.multiplied(by: c) ?? 0))
      #expect(a.adding(b)?.subtracting(b) == a)
      #expect((a < b) == (a.subtracting(b)?.isNegative ?? false))
      #expect((Ratio(a) < Ratio(b)) == (a < b))
      if !b.isZero { #expect(Ratio(a).divided(by: Ratio(b))?.multiplied(by: Ratio(b)) == Ratio(a)) }
      #expect((a == b) == (a.hashValue == b.hashValue))
    }
  }
}

@Suite struct IntervalTests {
  private func accepts(_ shown: String, _ exact: String) throws -> Bool {
    let (shown, exact) = (try decimal(shown), try decimal(exact))
    let inside = try #require(shown.interval).contains(Ratio(exact))
    #expect(inside == shown.isRounding(of: exact))
    #expect(inside == shown.isRounding(of: Ratio(exact)))
    return inside
  }

  @Test func standsForWhatRoundsToIt() throws {
    #expect(try accepts("30,7", "30,65"))
    #expect(try accepts("30,7", "30,7499"))
    #expect(try !accepts("30,7", "30,75"))
    #expect(try !accepts("30,7", "30,6499"))
    #expect(try accepts("-30,7", "-30,65"))
    #expect(try !accepts("-30,7", "-30,75"))
    #expect(try accepts("0", "0,4"))
    #expect(try !accepts("0", "0,5"))
    #expect(try accepts("100", "99,5"))
  }

  @Test func computesWithBounds() throws {
    let share = try #require(decimal("33,3").interval)
    let total = try #require(share.adding(share)?.adding(share))
    #expect(total.contains(100))
    #expect(!total.contains(try #require(Ratio(10_006, 100))))
    #expect(share.subtracting(share)?.contains(0) == true)
    let whole = Interval(exactly: 3)
    #expect(whole.divided(by: Interval(exactly: 4)) == Interval(exactly: try #require(Ratio(3, 4))))
    #expect(whole.divided(by: try #require(Interval(-1, 1))) == nil)
    #expect(Interval(2, 1) == nil)
    #expect(try #require(Interval(-2, 3)).multiplied(by: try #require(Interval(-5, 1))) == Interval(-15, 10))
  }

  @Test func overlapsWhenANumberIsInBoth() throws {
    let low = try #require(Interval(0, 1, includesUpper: false))
    #expect(!low.overlaps(try #require(Interval(1, 2))))
    #expect(try #require(Interval(0, 1)).overlaps(try #require(Interval(1, 2))))
    #expect(!low.overlaps(try #require(Interval(3, 4))))
    #expect(try #require(Interval(0, 9)).overlaps(low))
  }
}
