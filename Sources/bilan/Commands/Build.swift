import Diagnostics
import FrenchText
import Glibc
import Publication
import Site

extension Command {
  static let build = Command(
    name: "build", summary: "Publie le site, son édition à imprimer et ses données.",
    options: [.source, .output, .baseURL, .strict, .drafts, .jobs, .quiet]
  ) { arguments in
    let start = ContinuousClock.now
    let request = try Request(arguments)
    let draft = try await request.assemble()
    guard !draft.isFaulty(strict: request.isStrict) else {
      draft.complain()
      return .contentFault
    }
    draft.complain()
    let output = arguments["--output"] ?? request.source + "/output"
    if let failure = try await draft.site.write(to: output, jobs: request.jobs) {
      draft.complain(about: failure)
      return .contentFault
    }
    if !arguments.has("--quiet") {
      Terminal.print(
        summary(of: draft.site.publication, pages: draft.site.pages.count, since: start, output: output))
    }
    // The end of the program frees a whole publication at once; to take it apart first would be waited for.
    withExtendedLifetime(draft) { exit(ExitStatus.success.rawValue) }
  }

  private static func summary(
    of publication: Publication, pages: Int, since start: ContinuousClock.Instant, output: String
  ) -> String {
    let elapsed = ContinuousClock.now - start
    let milliseconds = Int((elapsed / .milliseconds(1)).rounded())
    let seconds = Decimal(significand: Int128((milliseconds + 50) / 100), scale: 1)
    let time = milliseconds < 1000 ? "\(milliseconds) ms" : "\(seconds?.formatted ?? "") s"
    let counts = [
      Plural.count(pages, "page"), Plural.count(publication.figureCount, "chiffre"),
      Plural.count(publication.tableCount, "tableau", "tableaux"),
      Plural.count(publication.chartCount, "graphique"),
    ]
    return "\(counts.joined(separator: ", ")) en \(time) dans \(output)"
  }
}
