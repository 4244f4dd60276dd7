import Diagnostics
import Publication
import Testing

@Suite struct SettingsTests {
  private static func refused(_ line: String) async -> [String] {
    let files: [String: String?] = [
      "content/publication.yaml": TinyPublication.settings + "\(line)\n"
    ]
    return await TinyPublication(files).load().diagnostics.filter { $0.severity == .error }.map(\.message)
  }

  @Test func refusesAColourWhoseNameIsAStyleSheet() async {
    #expect(
      await Self.refused("couleurs: { \"p1:red}body{background:url(//x)}\": \"#000091\" }") == [
        "« p1:red}body{background:url(//x)} » n’est pas le nom d’une couleur"
      ])
    #expect(await Self.refused("couleurs: { p1: \"#０\" }").count == 1)
    #expect(await Self.refused("couleurs: { p1: \"#0000A1\", couverture: \"#fff\" }") == [])
  }

  @Test func refusesALogoThatIsNotThere() async {
    for path in ["images/logo.png", "../voisin/secret.png", "/etc/passwd"] {
      #expect(
        await Self.refused("logo: { image: \(path), alt: Logo }") == [
          "L’image « \(path) » n’existe pas dans content/"
        ])
    }
  }

  @Test func refusesAddressesThatRun() async {
    for address in ["javascript:alert(1)", " java\\tscript:alert(1)", "data:text/html,x", "//x"] {
      let messages = await Self.refused("menu: [ { titre: a, url: \"\(address)\" } ]")
      #expect(messages.count == 1, "\(address)")
      #expect(await Self.refused("url: \"\(address)\"").count == 1, "\(address)")
    }
    let contact = TinyPublication([
      "content/publication.yaml": """
      titre: Bilan
      periode: 2024-2025
      organisme: { nom: Délégation, contact: { site: "javascript:alert(1)" } }
      parties: [une]
      priorites: { lire: Savoir lire }
      """
    ])
    #expect(await contact.complaints() == ["content/publication.yaml:3: valeur-inattendue"])
  }
}
