import Charts
import Diagnostics
import Publication
import Testing

/// `comparer=edition`: a chart beside what the same table said in the edition before.
@Suite struct ComparisonTests {
  private static let edition = """
    { "edition": "2023-2024", "titre": "Bilan", "chiffres": [], "tableaux": [
      { "id": "certifies", "section": "une/pix", "colonnes": ["Classe", "Certifiés", "Taux"],
        "lignes": [["Terminale", "150", "90"], ["3e", "100.5", null], ["Total", "250.5", null]] } ] }
    """

  /// A section with one chart, in a publication that has an earlier edition.
  private func load(
    _ attributes: String, table: String = "certifies", broken: Bool = false
  ) async -> (chart: ChartSpecification?, said: [String]) {
    let front = """
      tableaux:
        \(table):
          colonnes: { Classe: texte, Certifiés: entier, Inscrits: entier }
          serie: \(broken ? "rompue" : "continue")

      """
    let body = """
      ::: tableau {#\(table)}
      | Classe | Certifiés | Inscrits |
      |---|--:|--:|
      | 3e | 120 | 400 |
      | 2de | 80 | 90 |
      | Terminale | 190 | 200 |
      :::

      ::: graphique {donnees=\(table) x=Classe comparer=edition \(attributes)}
      La terminale certifie plus d’élèves que la troisième
      :::
      """
    let (publication, diagnostics) = await TinyPublication([
      "content/publication.yaml": TinyPublication.settings + "edition_precedente: donnees/edition.json\n",
      "content/donnees/edition.json": Self.edition,
      "content/une/pix.md": TinyPublication.section(body, front: front),
    ]).load()
    var chart: ChartSpecification?
    if case .chart(let specification)? = publication.sections.first?.charts.first?.drawing {
      chart = specification
    }
    return (chart, diagnostics.map(\.message))
  }

  @Test(arguments: ["barres", "barres-horizontales", "points", "pente", "radar"])
  func findsEachRowInTheEditionBefore(_ type: String) async {
    let (chart, said) = await load("type=\(type) y=Certifiés")
    #expect(said == [])
    #expect(chart?.previous?.name == "2023-2024")
    #expect(chart?.data.categories == ["3e", "2de", "Terminale"])
    #expect(chart?.previous?.values == [100.5, nil, 150])
    #expect(chart?.previous?.texts == ["100,5", "", "150"])
  }

  @Test(arguments: [
    ("type=secteurs y=Certifiés", "« secteurs » ne montre pas l’édition précédente"),
    (
      "type=barres-groupees y=\"Certifiés,Inscrits\"",
      "L’édition précédente se compare à une seule colonne, et il y en a 2"
    ),
  ])
  func refusesAChartThatCannotShowTwoEditions(_ attributes: String, _ message: String) async {
    let (chart, said) = await load(attributes)
    #expect(said == [message])
    #expect(chart == nil)
  }

  @Test(arguments: [
    (
      "Inscrits", "certifies", false,
      "L’édition précédente n’a aucune de ces lignes dans une colonne « Inscrits »"
    ),
    ("Certifiés", "autre", false, "L’édition précédente n’a pas ce tableau"),
    ("Certifiés", "certifies", true, "Ce tableau est une série rompue : ses valeurs ne se comparent pas"),
  ])
  func saysWhyTheEditionBeforeIsNotShown(
    _ column: String, _ table: String, _ broken: Bool, _ message: String
  ) async {
    let (chart, said) = await load("type=barres y=\(column)", table: table, broken: broken)
    #expect(said == [message])
    #expect(chart?.data.categories == ["3e", "2de", "Terminale"])
    #expect(chart?.previous == nil)
  }
}
