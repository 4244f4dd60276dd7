import Diagnostics
import FrenchText
import FrontMatter
import Publication

/// What a page may weigh and ask for, when `publication.yaml` sets limits (RGESN: weight and requests are capped page by
/// page). A page weighs its own bytes and those of the style sheets and scripts it loads; pictures are left out, for
/// they come as the reader reaches them. The print edition, one document for paper, is not held to it.
struct PageBudget: Sendable {
  private let budget: Settings.Budget
  /// The style sheets and scripts, by their path from the root of the site, with their size in bytes.
  private let assets: [(path: [UInt8], size: Int)]

  init(_ budget: Settings.Budget, assets: AssetStore) {
    self.budget = budget
    self.assets = assets.files.filter { $0.path.hasSuffix(".css") || $0.path.hasSuffix(".js") }
      .map { (Array($0.path.utf8), $0.bytes.count) }
  }

  func isLimit(for page: Page) -> Bool {
    page.kind != .print && (budget.kilobytes != nil || budget.requests != nil)
  }

  /// What is wrong with a page; nil when it keeps within the limits, or there are none.
  func fault(_ page: Page, _ html: [UInt8]) -> Diagnostic? {
    guard isLimit(for: page) else { return nil }
    let loaded = loaded(by: html)
    let weight = loaded.reduce(html.count) { $0 + assets[$1].size }
    if let limit = budget.kilobytes, weight > limit.value * 1000 {
      return Diagnostic(
        PublicationCode.overBudget, at: limit.location,
        "La page « \(page.url) » pèse \(Typeset.size(weight)), plus que les \(limit.value) ko du budget",
        help: "allégez la page (un tableau dans un fichier, un graphique de moins), ou relevez « poids »")
    }
    if let limit = budget.requests, loaded.count + 1 > limit.value {
      return Diagnostic(
        PublicationCode.overBudget, at: limit.location,
        "La page « \(page.url) » demande \(loaded.count + 1) fichiers, plus que les \(limit.value) du budget",
        help: "retirez des feuilles de style ou des scripts des gabarits, ou relevez « requetes »")
    }
    return nil
  }

  /// The places of the assets that an attribute of a page ends with.
  private func loaded(by html: [UInt8]) -> Set<Int> {
    var loaded: Set<Int> = []
    for end in html.indices.dropFirst()
    where html[end] == UInt8(ascii: "\"") && html[end - 1] == UInt8(ascii: "s") {
      for (place, asset) in assets.enumerated()
      where end >= asset.path.count && html[end - asset.path.count..<end].elementsEqual(asset.path) {
        loaded.insert(place)
      }
    }
    return loaded
  }
}
