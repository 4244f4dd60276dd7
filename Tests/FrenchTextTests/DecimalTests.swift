import FrenchText
import Testing

@Suite struct DecimalTests {
  @Test func comparesByValueWhateverTheDigitsShown() throws {
    let short = try Decimal.parse("30,7").get()
    let long = try Decimal.parse("30,700").get()
    #expect(short == long)
    #expect(Set([short, long]).count == 1)
    #expect(long.scale == 3)
  }
}
