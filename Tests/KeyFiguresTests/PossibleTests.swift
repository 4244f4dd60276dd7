import FrenchText
import Testing

@testable import KeyFigures

@Suite struct PossibleTests {
  private func fraction(_ a: Int128, _ b: Int128 = 1) -> Fraction { Fraction(a, over: b) ?? .zero }

  @Test func standsForWhatRoundsToTheDigitsShown() throws {
    let rate = try #require(Possible(roundedTo: 307, scale: 1))
    #expect(rate.contains(fraction(3065, 100)))
    #expect(!rate.contains(fraction(3075, 100)))
    let negative = try #require(Possible(roundedTo: -307, scale: 1))
    #expect(negative.contains(fraction(-3065, 100)))
    #expect(!negative.contains(fraction(-3075, 100)))
    let zero = try #require(Possible(roundedTo: 0, scale: 0))
    #expect(
      !zero.contains(fraction(1, 2)) && !zero.contains(fraction(-1, 2)) && zero.contains(fraction(49, 100)))
  }

  @Test func keepsTheLowerEndOfWhatIsAtLeast() throws {
    let more = try #require(Possible(Quantity.parse("plus de 50").get(), isExact: true))
    #expect(!more.contains(fraction(50)) && more.contains(fraction(51)))
    let third = try #require(more.divided(by: Possible(exactly: fraction(3))))
    #expect(!third.contains(fraction(50, 3)) && third.contains(fraction(51, 3)))
    #expect(
      try #require(more.negated.multiplied(by: Possible(exactly: fraction(2)))).contains(fraction(-102)))
    #expect(
      !(try #require(more.negated.multiplied(by: Possible(exactly: fraction(2)))).contains(fraction(-100))))
  }

  @Test func dividesByWhatMayBeZeroWithoutConcluding() throws {
    let near = try #require(Possible(roundedTo: 0, scale: 0))
    #expect(Possible(exactly: fraction(1)).divided(by: near) == .everything)
  }

  @Test func saysSoWhenANumberDoesNotFit() {
    let huge = Fraction(.max)
    #expect(huge.multiplied(by: huge) == nil)
    #expect(huge.adding(huge) == nil)
    #expect(Fraction(.max, over: 3).map { $0 < huge } == true)
    #expect(Fraction(.max, over: .max - 1).map { $0 > Fraction(1) } == true)
  }

  @Test func roundsHalvesAwayFromZero() {
    #expect(fraction(5, 10).rounded(toScale: 0) == 1)
    #expect(fraction(-5, 10).rounded(toScale: 0) == -1)
    #expect(fraction(49, 100).rounded(toScale: 0) == 0)
    #expect(fraction(2, 3).rounded(toScale: 3) == 667)
  }
}

@Suite struct SimplexTests {
  @Test func findsTheGreatestAndLeastValueOfAnUnknown() throws {
    // x + y + z = 10, x − y = 2
    let simplex = try #require(
      Simplex(equations: [([0: 1, 1: 1, 2: 1], 10), ([0: 1, 1: -1], 2)], unknowns: 3))
    let least = try #require(simplex.extreme(of: 0, greatest: false))
    let greatest = try #require(simplex.extreme(of: 0, greatest: true))
    #expect(least.solution[0] == Fraction(2) && !least.isUnbounded)
    #expect(greatest.solution == [Fraction(6), Fraction(4), .zero])
  }

  @Test func saysWhenThereIsNoSolutionOrNoEnd() throws {
    #expect(Simplex(equations: [([0: 1], 1), ([0: 1], 2)], unknowns: 1) == nil)
    let free = try #require(Simplex(equations: [([0: 1, 1: -1], 0)], unknowns: 2))
    #expect(free.extreme(of: 0, greatest: true)?.isUnbounded == true)
  }
}
