import Diagnostics
import FrenchText
import FrontMatter

/// The audit that an accessibility declaration rests on, from the file that `audit_accessibilite` names.
///
/// The state follows from the rate: total conformity at 100 %, partial from 50 %, none below (RGAA, « obligations »).
public struct AccessibilityAudit: Sendable {
  public enum State: String, Sendable {
    case full = "totalement conforme"
    case partial = "partiellement conforme"
    case none = "non conforme"
  }

  public let auditor: String
  public let date: CalendarDay
  /// In percent of the criteria that apply.
  public let rate: Decimal
  public let updated: CalendarDay?
  /// The address of the multi-year plan, and of this year's actions.
  public let plan: String?
  public let yearPlan: String?
  public let faults: [String]
  public let exemptions: [String]
  public let outOfScope: [String]
  public let environments: [String]
  public let tools: [String]
  public let pages: [String]

  public var state: State { rate >= 100 ? .full : rate >= 50 ? .partial : .none }

  /// - Parameter period: the report's own period: an audit older than three years at its end has lapsed.
  init?(_ node: Node?, file: SourceFile, period: Period?, _ diagnostics: inout [Diagnostic]) {
    var fields = Fields(node, of: "l’audit d’accessibilité", owner: file.location(0..<0))
    let auditor = fields.text("auteur", required: true, doc: "Qui a fait l’audit")
    let date = fields.parsed(
      "date", required: true, expecting: "une date", example: "2025-06-30", doc: "La date de l’audit"
    ) { try? CalendarDay.parse($0).get() }
    let rate = fields.parsed(
      "taux", required: true, expecting: "un pourcentage", example: "82 %",
      doc: "La part des critères respectés"
    ) { text -> Decimal? in
      guard let rate = try? Quantity.parse(text).get(), rate.unit == "%", let decimal = rate.decimal,
        decimal >= 0, decimal <= 100
      else { return nil }
      return decimal
    }
    updated =
      fields.parsed(
        "date_maj", expecting: "une date", example: "2025-06-30", doc: "La date de la dernière mise à jour"
      ) { try? CalendarDay.parse($0).get() }?.value
    plan = fields.text("schema", doc: "L’adresse du schéma pluriannuel")?.value
    yearPlan = fields.text("plan", doc: "L’adresse du plan d’actions de l’année")?.value
    faults = fields.texts("non_conformites", doc: "Ce qui n’est pas conforme")
    exemptions = fields.texts("derogations", doc: "Les dérogations pour charge disproportionnée")
    outOfScope = fields.texts("exemptions", doc: "Les contenus non soumis à l’obligation")
    environments = fields.texts("environnement", doc: "Les navigateurs et lecteurs d’écran de l’audit")
    tools = fields.texts("outils", doc: "Les outils de l’audit")
    pages = fields.texts("pages", doc: "Les pages auditées")
    fields.finish(&diagnostics)
    guard let auditor, let date, let rate else { return nil }
    self.auditor = auditor.value
    self.date = date.value
    self.rate = rate.value
    if Self.hasLapsed(date.value, in: period) {
      diagnostics.append(
        Diagnostic(
          PublicationCode.expired, at: date.location, "Cet audit a plus de trois ans à la fin de la période",
          help: "faites un nouvel audit, ou retirez « audit_accessibilite » de publication.yaml"))
    }
  }

  /// A declaration is to be made again after three years (RGAA, « obligations »).
  static func hasLapsed(_ date: CalendarDay, in period: Period?) -> Bool {
    period.map { $0.end.daysSinceEpoch - date.daysSinceEpoch > 3 * 365 } ?? false
  }
}

extension Fields {
  fileprivate mutating func texts(_ key: String, doc: String) -> [String] {
    list(key, doc: doc) { $0.text()?.value } ?? []
  }
}
