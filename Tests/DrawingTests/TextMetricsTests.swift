import Testing

@testable import Drawing

@Suite struct TextMetricsTests {
  @Test func measuresLatinTextInTheWidthsOfArial() {
    #expect(TextMetrics.units("Élève", weight: .regular) == 1366 + 455 + 1139 + 1024 + 1139)
    #expect(TextMetrics.units("Élève", weight: .bold) == 1366 + 569 + 1139 + 1139 + 1139)
    #expect(TextMetrics.width("0", size: 2048) == 1139)
  }

  @Test func givesFrenchSpacesAndSignsTheirWidths() {
    #expect(TextMetrics.units("\u{A0}", weight: .regular) == 569)
    #expect(TextMetrics.units("\u{202F}", weight: .regular) == 409)
    #expect(TextMetrics.units("−", weight: .regular) == 1196)
    #expect(TextMetrics.units("«»", weight: .regular) == 1139 * 2)
  }

  @Test func neverFailsOnOtherScripts() {
    #expect(TextMetrics.units("\u{0}\u{301}", weight: .regular) == 0)
    #expect(TextMetrics.units("漢", weight: .regular) == 2048)
    #expect(TextMetrics.units("😀", weight: .bold) == 2048)
  }

  @Test func boxesTextByItsAnchor() {
    let text = Text("00", at: Point(100, 50), size: 20.48, anchor: .end)
    #expect(abs(text.bounds.x - (100 - 22.78)) < 1e-9)
    #expect(abs(text.bounds.maxX - 100) < 1e-9)
    #expect(abs(text.bounds.y - (50 - 0.905 * 20.48)) < 1e-9)
  }
}
