import Testing

/// The card of a key figure, of whatever size.
@Suite struct FigureCardTests {
  private func card(_ figure: String) async throws -> TinySite {
    await TinySite(
      "---\ntitre: Pix\nresume: R.\nchiffres:\n  - \(figure)\n---\n\n::: chiffres-cles\n:::\n")
  }

  @Test(arguments: [
    ("0 école", "0", "école"), ("+0 école", "0", "école"), ("-3 écoles", "−3", "écoles"),
    ("−3 écoles", "−3", "écoles"), ("\"- 3 écoles\"", "−3", "écoles"), ("00012 écoles", "12", "écoles"),
    ("0,0 % de perte", "0,0<small>\u{A0}%</small>", "de perte"), ("½ classe", "½", "classe"),
    (
      "99999999999999999999999999999999999999 écoles",
      "99\u{202F}999\u{202F}999\u{202F}999\u{202F}999\u{202F}999\u{202F}999\u{202F}999\u{202F}999\u{202F}999\u{202F}999\u{202F}999\u{202F}999",
      "écoles"
    ),
    ("12\u{A0}000\u{A0}écoles", "12\u{202F}000", "écoles"),
    ("12\u{2009}000 écoles", "12\u{202F}000", "écoles"), ("12 👩‍🏫", "12", "👩‍🏫"),
    ("12 e\u{301}coles", "12", "e\u{301}coles"), ("12 מורים", "12", "מורים"),
    ("12 \"classes\" & <b>", "12", "«\u{A0}classes\u{A0}» &amp; &lt;b&gt;"),
  ])
  func showsTheValueAndWhatItCounts(_ figure: String, _ value: String, _ label: String) async throws {
    let site = try await card(figure)
    let place = "une/pix.html"
    let values = try site.text(place).matches(of: /<p class="valeur[^>]*>(.*?)<\/p>/).map { String($0.1) }
    #expect(values.map { Array($0.utf8) } == [Array(value.utf8)])
    let labels = try site.pieces(place, from: "<p class=\"libelle\">", to: "</p>")
    #expect(labels.map { Array($0.utf8) } == [Array(label.utf8)])
  }

  /// Nothing is so many percent of zero, nor are three to six of twelve.
  @Test(arguments: [
    ("valeur: 5, cible: 0", "<span>Cible\u{A0}: 0</span>"),
    ("valeur: 0 %, cible: 0 %", "<span>Cible\u{A0}: 0\u{A0}%</span>"),
    ("valeur: 3 à 6, cible: 12", "<span>Cible\u{A0}: 12</span>"),
    ("valeur: 5, cible: 3 à 6", "<span>Cible\u{A0}: 3 à\u{A0}6</span>"),
    ("valeur: 0, cible: 12", "<b>0\u{A0}%</b> <span>de la cible (12)</span>"),
    ("valeur: 1199, cible: 1200", "<b>99\u{A0}%</b> <span>de la cible (1\u{202F}200)</span>"),
    ("valeur: 13, cible: 12", "<b>108\u{A0}%</b> <span>de la cible (12)</span>"),
  ])
  func givesARateOnlyWhereThereIsOne(_ keys: String, _ shown: String) async throws {
    let site = try await card("{ id: a, libelle: x, \(keys) }")
    #expect(try site.pieces("une/pix.html", from: "<p class=\"ecart\">", to: "</p>") == [shown])
    #expect(try site.pieces("imprimer.html", from: "<p class=\"ecart\">", to: "</p>") == [shown])
  }
}
