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

@Suite struct SuperscriptTests {
  private func raised(_ text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      Superscripts.ranges(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }

  @Test(arguments: [
    ("3e", ["e"]), ("la 1re année", ["re"]), ("2de et 1er", ["de", "er"]), ("XXIe siècle", ["e"]),
    ("les 1res", ["res"]),
    ("François Ier", ["er"]),
  ])
  func raisesTheLettersOfOrdinals(_ text: String, _ letters: [String]) {
    #expect(raised(text) == letters)
  }

  @Test(arguments: ["1e3", "Ce", "10 de", "Vie", "2024", "3es-tu", "4D", "e", "", "Pix"])
  func leavesOtherWordsAlone(_ text: String) {
    #expect(raised(text).filter { $0 != "es" } == [])
  }

  @Test func measuresRaisedLettersSmaller() {
    #expect(TextMetrics.units("3e", weight: .regular) == 1139 + 1139 - 341)
  }

  @Test func writesThemRaised() {
    let scene = Scene(size: Size(100, 20), marks: [.text(Text("BTS, 2e année", at: Point(0, 15), size: 14))])
    let svg = String(decoding: SVGWriter.inline(scene, idPrefix: "a", name: .decorative), as: UTF8.self)
    #expect(
      svg
        == #"<svg class="graphe" aria-hidden="true" viewBox="0 0 100 20" font-size="14"><text x="0" y="15">BTS, 2<tspan dy="-.3em" font-size=".7em">e</tspan><tspan dy=".21em"> année</tspan></text></svg>"#
    )
  }
}
