import Diagnostics
import Dispatch
import Fuzzing
import Publication
import Site
import Synchronization

/// A whole section in a small publication: read, checked, and where it has no error, written with its charts.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let file = SourceFile(path: "content/une/a.md", bytes: input(start, count))
  let texts = (surroundings + [file]).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  let folder = ContentFolder(root: "", texts: texts, media: [])
  let (publication, found) = waiting { await Publication.load(folder) }
  expectInside(found, texts)
  expect(
    !found.contains { $0.severity == .error && $0.location.file != file.path && !mayBlame($0) }, "\(found)")
  guard !found.contains(where: { $0.severity == .error }) else { return 0 }
  var diagnostics: [Diagnostic] = []
  let site = Site(publication, theme: .builtIn, generator: "bilan", &diagnostics)
  for page in site.pages where page.url == "une/a.html" || page.url == "imprimer.html" {
    guard let html = try? site.render(page) else { continue }
    HTMLAudit.check(html, allowing: ["script", "link", "meta", "title"])
  }
  for file in site.files() where file.path.hasSuffix(".svg") && !file.path.hasPrefix("assets/") {
    guard let svg = try? file.content.bytes() else { continue }
    HTMLAudit.check(svg, allowing: ["style", "title"])
  }
  return 0
}

/// What the section alone can be the cause of, though it is said elsewhere: the fuzzer's own files have no error.
private func mayBlame(_ diagnostic: Diagnostic) -> Bool { diagnostic.location.file.contains("donnees/") }

/// Runs what is asynchronous to its end.
private func waiting<Result: Sendable>(_ work: @escaping @Sendable () async -> Result) -> Result {
  let answer = Answer<Result>()
  Task {
    let result = await work()
    answer.value.withLock { $0 = result }
    answer.isThere.signal()
  }
  answer.isThere.wait()
  guard let result = answer.value.withLock({ $0 }) else { fatalError("no answer") }
  return result
}

private final class Answer<Result: Sendable>: Sendable {
  let value = Mutex<Result?>(nil)
  let isThere = DispatchSemaphore(value: 0)
}

private let surroundings = [
  (
    "publication.yaml",
    """
    titre: Bilan
    periode: 2024-2025
    organisme: { nom: Délégation }
    parties: [une]
    priorites: { lire: Lire }
    modeles: { suivi: { colonnes: { Indicateur: texte, Objectif: valeur } } }
    edition_precedente: donnees/edition.json
    """
  ),
  ("sigles.yaml", "ENT: espace numérique de travail\n"),
  ("index.md", "Bonjour.\n"),
  ("une/index.md", "---\ntitre: Une\n---\n"),
  (
    "une/b.md",
    """
    ---
    titre: Autre
    resume: Autre.
    chiffres:
      - 12 écoles {#ecoles}
    tableaux: { t: { titre: T, colonnes: { Lieu: texte, Nombre: entier } } }
    ---

    ## Ici {#ici}

    ::: tableau {#t}
    | Lieu | Nombre |
    |---|--:|
    | Metz | 8 |
    :::
    """
  ),
  ("donnees/d.csv", "Lieu;Nombre;Part\nMetz;8;10 %\nNancy;9;20 %\n"),
  ("donnees/lieux.csv", "nom;latitude;longitude\nMetz;49,1;6,2\nNancy;48,7;6,2\n"),
  (
    "donnees/edition.json",
    #"{"edition":"2023-2024","chiffres":[{"section":"b","id":"ecoles","valeur":10,"texte":"10","libelle":"écoles"}]}"#
  ),
  (
    "donnees/departements.geojson",
    #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"54","nom":"Nancy"},"geometry":{"type":"Polygon","coordinates":[[[5,48],[6,48],[6,49],[5,48]]]}}]}"#
  ),
].map { SourceFile(path: "content/" + $0.0, text: $0.1) }
