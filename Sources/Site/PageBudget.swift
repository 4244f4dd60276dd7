import Diagnostics
import FrenchText
import FrontMatter
import Publication

/// What a page may weigh and ask for, when `publication.yaml` sets limits (RGESN: weight and requests are capped page by
/// page). A page weighs its own bytes and those of the style sheets and scripts it loads; pictures are left out, for
/// they come as the reader reaches them. The print edition, one document for paper, is not held to it.
struct PageBudget: Sendable {
  private let budget: Settings.Budget
  private let sizes: [String: Int]

  init(_ budget: Settings.Budget, assets: AssetStore) {
    self.budget = budget
    sizes = Dictionary(assets.files.map { ($0.path, $0.bytes.count) }) { first, _ in first }
  }

  /// What is wrong with a page; nil when it keeps within the limits, or there are none.
  func fault(_ page: Page, _ html: [UInt8]) -> Diagnostic? {
    guard page.kind != .print, budget.kilobytes != nil || budget.requests != nil else { return nil }
    let loaded = Self.loaded(by: html, among: sizes)
    let weight = loaded.reduce(html.count) { $0 + (sizes[$1] ?? 0) }
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

  /// The style sheets and scripts that a page names, by their path from the root of the site.
  private static func loaded(by html: [UInt8], among sizes: [String: Int]) -> Set<String> {
    let text = String(decoding: html, as: UTF8.self)
    return Set(
      sizes.keys.filter { path in
        (path.hasSuffix(".css") || path.hasSuffix(".js")) && text.contains(path + "\"")
      })
  }
}
