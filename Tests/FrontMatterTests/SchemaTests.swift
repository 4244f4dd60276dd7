import FrontMatter
import TestSupport
import Testing

@Suite struct SchemaTests {
  @Test func describesWhatTheDecoderAccepts() {
    let schema = Schema.record(title: "Section", description: "Une section du rapport") { Section(&$0) }
    #expect(
      String(decoding: schema.json(), as: UTF8.self) == """
        {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Section",\
        "description":"Une section du rapport","type":"object","properties":{\
        "titre":{"description":"Le titre de la section","type":["string","number","boolean"]},\
        "section":{"description":"Une autre section","type":["string","number","boolean"]},\
        "ordre":{"description":"La place de la section","type":"integer","minimum":1,"maximum":999},\
        "brouillon":{"description":"Section laissée de côté","enum":["oui","non"]},\
        "type":{"description":"Le dessin","enum":["barres","carte à points"]},\
        "parties":{"description":"Les parties, dans l'ordre","type":"array",\
        "items":{"type":["string","number","boolean"]}},\
        "contact":{"description":"À qui écrire","type":"object","properties":{\
        "courriel":{"description":"Une adresse","type":["string","number","boolean"]}},"required":["courriel"],\
        "patternProperties":{"^([cç][oôö][uùûü]rr[iîï][eéèêë]l)$":true},"additionalProperties":false},\
        "sigles":{"description":"Sigle : signification","type":"object",\
        "additionalProperties":{"type":["string","number","boolean"]}}},"required":["titre"],\
        "patternProperties":{"^(t[iîï]tr[eéèêë]|s[eéèêë][cç]t[iîï][oôö]n|[oôö]rdr[eéèêë]|br[oôö][uùûü][iîï]ll[oôö]n|\
        typ[eéèêë]|p[aàâä]rt[iîï][eéèêë]s|[cç][oôö]nt[aàâä][cç]t|s[iîï]gl[eéèêë]s)$":true},\
        "additionalProperties":false}
        """)
  }

  @Test func describesEveryShape() {
    let schema = Schema.record(title: "x") { fields in
      fields.field("a", doc: "d") { field in
        field.shaped(scalar: { $0.integer()?.value }, list: { $0.list(orSingle: true) { $0.any() }?.count })
      }
    }
    #expect(
      schema.kind
        == .object([
          .init(
            key: "a",
            schema: Schema(
              .anyOf([
                Schema(.integer(nil)), Schema(.anyOf([Schema(.anything), Schema(.list(Schema(.anything)))])),
              ]), description: "d"), isRequired: false)
        ]))
  }

  @Test(.enabled(if: Python.isAvailable)) func writesAValidSchema() throws {
    let text = String(decoding: Schema.record(title: "Section") { Section(&$0) }.json(), as: UTF8.self)
    let answer: [[String]] = try Python.run("validate_formats.py", on: [["format": "schema", "text": text]])
    #expect(answer == [[]])
  }
}
