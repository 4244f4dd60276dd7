import Diagnostics
import FrenchText
import Preview
import Publication
import Site

extension Command {
  static let serve = Command(
    name: "serve", summary: "Montre le site sur cette machine, et le recharge à chaque enregistrement.",
    options: [
      .source, Option(name: "--port", value: "N", help: "le port (sinon 4000, ou un autre s’il est pris)"),
      .drafts, .jobs,
    ]
  ) { arguments in
    let request = try Request(arguments)
    let port = try arguments.count("--port")
    if let port, port > 65_535 { throw UsageError(message: "« \(port) » n’est pas un port : 65535 au plus") }
    var options = Preview.Options(source: request.source)
    options.port = port ?? 4000
    options.includesDrafts = request.includesDrafts
    options.jobs = request.jobs
    options.generator = Bilan.generator
    let preview: Preview
    do {
      preview = try await Preview(options, report: tell)
    } catch let error as DiskError where port == nil && error.operation == .create {
      options.port = 0
      preview = try await Preview(options, report: tell)
    }
    Terminal.print("\(preview.address)  (Ctrl+C pour arrêter)")
    await preview.run()
    return .success
  }

  @Sendable private static func tell(_ reading: Preview.Reading) {
    switch reading {
    case .refused(let error): Terminal.complain("bilan : \(error)")
    case .read(let draft, let time):
      draft.complain()
      let report = draft.report()
      let counts = [
        Plural.count(report.errors.count, "erreur"), Plural.count(report.warnings.count, "avertissement"),
      ]
      Terminal.print("lu en \(Int(time / .milliseconds(1))) ms : " + counts.joined(separator: ", "))
    }
  }
}
