import Diagnostics
import Foundation
import Publication
import TestSupport
import Testing

@testable import Site

@Suite struct ReportTests {
  private func site(jobs: Int = 2) async throws -> (site: Site, diagnostics: [Diagnostic]) {
    let folder = try await ContentFolder.read(Repository.path, jobs: jobs)
    let (publication, found) = await Publication.load(folder, jobs: jobs)
    var diagnostics = found
    let site = Site(
      publication, theme: try Theme.read(from: Repository.path), generator: "bilan", &diagnostics)
    return (site, diagnostics)
  }

  @Test func findsNothingAgainstTheRealReport() async throws {
    #expect(try await site().diagnostics == [])
  }

  @Test func givesEveryPageOneTitleAndEveryIdentifierOnce() async throws {
    let site = try await site().site
    for page in site.pages {
      let html = String(decoding: try site.render(page), as: UTF8.self)
      #expect(html.ranges(of: "<h1").count == 1, "\(page.url)")
      let identifiers = html.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
      #expect(Set(identifiers).count == identifiers.count, "\(page.url)")
      #expect(!html.contains(" style="), "\(page.url): a strict CSP refuses style attributes")
    }
  }

  @Test func makesTheSamePagesWhateverTheNumberOfTasks() async throws {
    let one = try await site(jobs: 1).site
    let eight = try await site(jobs: 8).site
    for page in one.pages { #expect(try one.render(page) == eight.render(page), "\(page.url)") }
  }

  @Test func showsEveryFigureOfEverySectionInItsData() async throws {
    let site = try await site().site
    let data = try #require(site.frame.files.files.first { $0.path == "donnees/chiffres-cles.json" })
    var bytes: [UInt8] = []
    data.write { bytes += $0 }
    let shown = try JSONDecoder().decode(Shown.self, from: Data(bytes)).chiffres
    let figures = site.publication.figureRecords.map {
      Shown.Figure(section: $0.section, id: $0.figure.id, libelle: $0.figure.label)
    }
    #expect(shown == figures)
    #expect(figures.count > 50)
  }

  private struct Shown: Decodable {
    struct Figure: Decodable, Equatable {
      let section, id, libelle: String
    }

    let chiffres: [Figure]
  }

  @Test func embedsTheLayoutsAndAssetsOfTheRepository() throws {
    let read = try Theme.read(from: Repository.path)
    #expect(Theme.builtIn.layouts == read.layouts)
    #expect(Theme.builtIn.assets == read.assets, "run make embed after adding or removing a file")
  }
}
