import Diagnostics
import FrontMatter
import Testing

@Suite struct ParsingTests {
  @Test func readsTheSectionOfTheGuide() throws {
    let (node, diagnostics) = parse(
      """
      titre: La certification Pix
      chapitre: Les usages du numérique
      ordre: 60
      chiffres:
        - 2 462 enseignants engagés {#pix-edu}
        - { id: participation, valeur: "8,3 %", date: 2025-04-07, source: Pix Orga }
      tableaux:
        certifications:
          colonnes: { Classe: texte, Taux de réussite: pourcentage }
          controles:
            - unique: Classe
            - bornes: { colonne: Taux de réussite, min: 0 %, max: 100 % }
      """)
    #expect(diagnostics == [])
    #expect(
      node?.dump() == """
        {titre: «La certification Pix», chapitre: «Les usages du numérique», ordre: «60», chiffres: \
        [«2 462 enseignants engagés {#pix-edu}», {id: «participation», valeur: «8,3 %», date: «2025-04-07», \
        source: «Pix Orga»}], tableaux: {certifications: {colonnes: {Classe: «texte», Taux de réussite: \
        «pourcentage»}, controles: [{unique: «Classe»}, {bornes: {colonne: «Taux de réussite», min: «0 %», \
        max: «100 %»}}]}}}
        """)
  }
}
