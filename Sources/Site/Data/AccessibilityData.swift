import FrenchText
import Publication
import Templates

/// The accessibility declaration. Without a valid audit the only lawful words are « non conforme » (décret n° 2019-768,
/// art. 5; RGAA, « obligations »): no rate is ever made up.
enum AccessibilityData {
  static func value(_ publication: Publication) -> Value {
    guard let audit = publication.audit else {
      return .map([
        "etat": "non conforme", "audit": .none, "schema": .none, "plan": .none, "non_conformites": [],
        "derogations": [], "exemptions": [],
        "date": Value(publication.settings.declared?.value.formatted), "date_maj": .none, "environnement": [],
        "outils": [],
        "pages": [],
      ])
    }
    return .map([
      "etat": .string(audit.state.rawValue),
      "audit": .map([
        "auteur": .string(audit.auditor), "date": .string(audit.date.formatted),
        "taux": .string(audit.rate.formatted + "\u{202F}%"),
      ]),
      "schema": Value(audit.plan),
      "plan": Value(audit.yearPlan),
      "non_conformites": list(audit.faults),
      "derogations": list(audit.exemptions),
      "exemptions": list(audit.outOfScope),
      "date": .string(audit.date.formatted),
      "date_maj": Value(audit.updated?.formatted),
      "environnement": list(audit.environments),
      "outils": list(audit.tools),
      "pages": .list(audit.pages.map { .map(["titre": .string(Typeset.text($0)), "url": .none]) }),
    ])
  }

  private static func list(_ texts: [String]) -> Value { .list(texts.map { .string(Typeset.text($0)) }) }
}
