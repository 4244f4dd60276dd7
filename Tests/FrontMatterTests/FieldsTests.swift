import Diagnostics
import FrontMatter
import Testing

@Suite struct FieldsTests {
  @Test func readsDeclaredKeys() {
    let text = """
      titre: La certification Pix
      ordre: 60
      brouillon: oui
      Type: x
      type: barres
      parties: [a, b]
      contact: { courriel: x@y.fr }
      sigles: { PIX: Plateforme, PLACE: }
      """
    let (section, diagnostics) = decode(text) { fields in
      Section(&fields)
    }
    #expect(
      shown(diagnostics, in: text) == [
        "4:1 ‹Type› cle-inconnue: Clé inconnue « Type » dans la section (vouliez-vous dire « type » ?)"
      ])
    #expect(section.title == Located("La certification Pix", at: place(7..<27)))
    #expect(section.order == Located(60, at: place(35..<37)))
    #expect(section.isDraft?.value == true)
    #expect(section.type?.value == "barres")
    #expect(section.parts?.map(\.value) == ["a", "b"])
    #expect(section.mail?.value == "x@y.fr")
    #expect(section.sigles == ["PIX=Plateforme", "PLACE="])
  }

  @Test(arguments: [
    (
      "titre: a\nsecion: b",
      "2:1 ‹secion› cle-inconnue: Clé inconnue « secion » dans la section (vouliez-vous dire « section » ?)"
    ),
    (
      "titre: a\nxyz: b",
      """
      2:1 ‹xyz› cle-inconnue: Clé inconnue « xyz » dans la section (les clés possibles ici : « titre », « section », \
      « ordre », « brouillon », « type », « parties », « contact », « sigles »)
      """
    ),
    (
      "ordre: 1",
      "1:1 ‹ordre› cle-manquante: Il manque la clé « titre » dans la section (ajoutez une ligne « titre: … »)"
    ),
    ("", "1:1 ‹› cle-manquante: Il manque la clé « titre » dans la section (ajoutez une ligne « titre: … »)"),
    ("titre:", "1:1 ‹titre› cle-manquante: « titre » est vide (écrivez une valeur : « titre: … »)"),
    (
      "titre: a\nséction: b\nsection: c",
      "3:1 ‹section› cle-en-double: La clé « section » est donnée deux fois (gardez l’une des deux)"
    ),
    (
      "titre: [a]",
      "1:8 ‹[a]› type-inattendu: « titre » doit être un texte, pas une liste (écrivez par exemple : titre: Votre texte)"
    ),
    (
      "titre:\n  a: b\n  c: d",
      """
      2:3 ‹a› type-inattendu: « titre » doit être un texte, pas des clés (« a »…) (écrivez par exemple : \
      titre: Votre texte)
      """
    ),
    (
      "titre: a\nordre: dix",
      """
      2:8 ‹dix› type-inattendu: « ordre » doit être un nombre entier de 1 à 999, pas « dix » (écrivez par exemple : \
      ordre: 1)
      """
    ),
    (
      "titre: a\nordre: 99999999999999999999",
      """
      2:8 ‹99999999999999999999› type-inattendu: « ordre » doit être un nombre entier de 1 à 999, pas \
      « 99999999999999999999 » (écrivez par exemple : ordre: 1)
      """
    ),
    (
      "titre: a\nbrouillon: true",
      """
      2:12 ‹true› valeur-inattendue: « brouillon » doit être « oui » ou « non », pas « true » (écrivez par exemple : \
      brouillon: oui)
      """
    ),
    (
      "titre: a\ntype: bares",
      """
      2:7 ‹bares› valeur-inattendue: « type » doit être l’un de « barres », « carte à points », pas « bares » \
      (vouliez-vous dire « barres » ?)
      """
    ),
    (
      "titre: a\nparties: a",
      """
      2:10 ‹a› type-inattendu: « parties » doit être une liste, pas « a » (écrivez par exemple : parties: [un, deux])
      """
    ),
    (
      "titre: a\nparties: [a, [b]]",
      """
      2:14 ‹[b]› type-inattendu: chaque élément de « parties » doit être un texte, pas une liste (écrivez par exemple : \
      - Votre texte)
      """
    ),
    (
      "titre: a\ncontact: x",
      """
      2:10 ‹x› type-inattendu: « contact » doit être un ensemble de clés, pas « x » (écrivez par exemple : \
      contact: { clé: valeur })
      """
    ),
    (
      "titre: a\ncontact: { courriel: x, couriel: y }",
      "2:25 ‹couriel› cle-inconnue: Clé inconnue « couriel » dans « contact » (vouliez-vous dire « courriel » ?)"
    ),
    (
      "titre: a\ncontact: {}",
      "2:10 ‹{}› cle-manquante: Il manque la clé « courriel » dans « contact » (ajoutez une ligne « courriel: … »)"
    ),
    (
      "- titre: a",
      """
      1:1 ‹- titre: a› type-inattendu: Il faut ici des clés, pas une liste (écrivez chaque clé sur sa ligne, suivie de \
      deux-points : « titre: La certification »)
      """
    ),
  ]) func reportsTheExactPlace(text: String, expected: String) {
    let (_, diagnostics) = decode(text) { Section(&$0) }
    #expect(shown(diagnostics, in: text) == [expected])
  }

  @Test func pointsAtTheFirstOfTwoSpellings() {
    let (_, diagnostics) = decode("séction: b\nsection: c\ntitre: a") { Section(&$0) }
    #expect(
      diagnostics.map(\.notes) == [[.init("« séction » est donnée une première fois ici", at: place(0..<8))]])
  }

  @Test func saysNothingMoreOfWhatCouldNotBeRead() {
    let text = "titre: \"a\nordre: [1\ncontact: @x\nxyz: &y\n"
    var (node, syntax) = parse(text)
    let count = syntax.count
    var fields = Fields(node, of: "la section")
    _ = Section(&fields)
    fields.finish(&syntax)
    #expect(count == 4 && syntax.count == 4)
    node = nil
  }

  @Test(arguments: ["priorite: x", "priorité: x", "priorite\u{301}: x", "priorité\u{A0}: x"])
  func takesKeysWithOrWithoutAccents(text: String) {
    let (value, diagnostics) = decode(text) { $0.text("priorite", doc: "")?.value }
    #expect(value == "x" && diagnostics.isEmpty)
  }

  @Test func takesAFrenchSentenceWhereATextIsAsked() {
    let (value, diagnostics) = decode("a:\n  - PLACE : les groupes\n  - b") { fields in
      fields.list("a", doc: "") { $0.text()?.value }
    }
    #expect(value == ["PLACE : les groupes", "b"] && diagnostics.isEmpty)
  }

  @Test func takesOneValueForAListWhereItMay() {
    let (value, diagnostics) = decode("a: Classe\nb: [x]") { fields in
      [
        fields.list("a", orSingle: true, doc: "") { $0.text()?.value },
        fields.list("b", doc: "") { $0.text()?.value },
      ]
    }
    #expect(value == [["Classe"], ["x"]] && diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("a: x", "texte x"), ("a: [x]", "liste 1"), ("a: { b: x }", "clés x"),
    ("a:\n  12 groupes : x", "texte 12 groupes : x"),
    ("a:\n  b : x", "clés x"),
  ]) func readsTheShapeThatWasWritten(text: String, expected: String) {
    let (value, diagnostics) = decode(text) { fields in
      fields.field("a", doc: "") { field in
        field.shaped(
          scalar: { $0.text().map { "texte \($0.value)" } },
          list: { $0.list { $0.text() }.map { "liste \($0.count)" } },
          mapping: { $0.mapping { $0.text("b", doc: "")?.value }.map { "clés \($0)" } })
      }
    }
    #expect(value == expected && diagnostics.isEmpty)
  }

  @Test func namesTheShapesThatAreAllowed() {
    let text = "a: { b: c }"
    let (_, diagnostics) = decode(text) { fields in
      fields.field("a", doc: "") {
        $0.shaped(scalar: { $0.text()?.value }, list: { $0.list { $0.text() }?.first?.value })
      }
    }
    #expect(
      shown(diagnostics, in: text) == [
        """
        1:4 ‹{ b: c }› type-inattendu: « a » doit être un texte ou une liste, pas des clés (« b »…) (écrivez par \
        exemple : a: Votre texte)
        """
      ])
  }

  @Test func readsATextInTheWayOfItsReader() {
    let text = "date: 2025\nautre: hier"
    let (values, diagnostics) = decode(text) { fields in
      ["date", "autre"].map { key in
        fields.parsed(key, expecting: "une année", example: "2025", doc: "", Int.init)?.value
      }
    }
    #expect(values == [2025, nil])
    #expect(
      shown(diagnostics, in: text) == [
        "2:8 ‹hier› valeur-inattendue: « autre » doit être une année, pas « hier » (écrivez par exemple : autre: 2025)"
      ])
  }
}

/// A small section, with one key of each type.
struct Section {
  let title: Located<String>?
  let order: Located<Int>?
  let isDraft: Located<Bool>?
  let type: Located<String>?
  let parts: [Located<String>]?
  let mail: Located<String>?
  let sigles: [String]?

  init(_ fields: inout Fields) {
    title = fields.text("titre", required: true, doc: "Le titre de la section")
    _ = fields.text("section", doc: "Une autre section")
    order = fields.integer("ordre", in: 1...999, doc: "La place de la section")
    isDraft = fields.flag("brouillon", doc: "Section laissée de côté")
    type = fields.choice("type", among: ["barres", "carte à points"], doc: "Le dessin")
    parts = fields.list("parties", doc: "Les parties, dans l'ordre") { $0.text() }
    mail = fields.mapping("contact", doc: "À qui écrire") {
      $0.text("courriel", required: true, doc: "Une adresse")
    }
    sigles = fields.entries("sigles", doc: "Sigle : signification") { key, field in
      field.isEmpty ? key.value + "=" : field.text().map { key.value + "=" + $0.value }
    }
  }
}

private func decode<T>(_ text: String, _ body: (inout Fields) -> T) -> (T, [Diagnostic]) {
  var (node, diagnostics) = parse(text)
  var fields = Fields(node, of: "la section")
  let value = body(&fields)
  fields.finish(&diagnostics)
  node = nil
  return (value, diagnostics)
}

private func place(_ range: Range<Int>) -> Diagnostics.SourceLocation {
  .init(file: "a.yaml", range: range)
}
