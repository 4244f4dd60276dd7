import Diagnostics
import Site

/// What is served at a moment: the last good site, and what is wrong with the content since.
struct Snapshot: Sendable {
  let source: String
  private(set) var good: Draft?
  private(set) var faults = Faults.none
  private var count = 0
  /// Tells the versions of one run of the server from those of another.
  private let run: String

  init(source: String, run: String) {
    self.source = source
    self.run = run
  }

  /// Of the site that is served.
  var version: String { "\(run)-\(count)" }

  mutating func take(_ draft: Draft) {
    guard draft.isFaulty(strict: false) else {
      good = draft
      faults = .none
      count += 1
      return
    }
    let errors = draft.diagnostics.filter { $0.severity == .error }
    faults = Faults(source: source, diagnostics: errors, sources: draft.sources)
  }

  mutating func refuse(_ reason: String) {
    faults = Faults(source: source, diagnostics: [], sources: [], refusal: reason)
  }

  /// For the script in the pages.
  var state: [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.member("version", version)
      $0.member("erreurs", faults.count)
    }
    return json.bytes
  }
}
