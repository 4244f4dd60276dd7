import Diagnostics
import FrenchText
import FrontMatter
import KeyFigures
import Markdown

/// What a careful editor would look at in one section: its priority, its summary, its dates. All are warnings but a
/// priority that does not exist; a `note` of the section silences them.
struct SectionChecks {
  let section: Section
  let front: FrontFiles

  init(_ section: Section, _ front: FrontFiles) {
    self.section = section
    self.front = front
  }

  func run(_ diagnostics: inout [Diagnostic]) {
    guard section.role == .section, section.isReadable else { return }
    checkPriority(&diagnostics)
    checkDates(&diagnostics)
    guard !section.hasNote, !section.doubts.contains(.keys) else { return }
    if section.header.summary == nil, section.header.title != nil {
      warn(
        .missingSummary, "Cette section n’a pas de résumé",
        help: "ajoutez une ligne « resume: … » à l’en-tête", &diagnostics)
    }
    if section.document.nodes.count <= 1 {
      warn(
        .emptySection, "Cette section est vide",
        help: "écrivez un texte sous l’en-tête, ou retirez le fichier", &diagnostics)
    } else if section.header.figures.isEmpty {
      warn(
        .missingFigures, "Cette section n’a pas de chiffres clés",
        help: "ajoutez « chiffres: » à l’en-tête, ou dites pourquoi par une « note »", &diagnostics)
    }
  }

  private func checkPriority(_ diagnostics: inout [Diagnostic]) {
    let keys = front.settings.priorities.map(\.key)
    guard let priority = section.header.priority else {
      if !keys.isEmpty, !section.hasNote, !section.doubts.contains(.keys) {
        warn(
          .missingPriority, "Cette section ne dit pas quelle priorité elle sert",
          help: "ajoutez « priorite: » suivi de l’une de : " + listed(keys), &diagnostics)
      }
      return
    }
    guard !keys.contains(priority.value) else { return }
    diagnostics.append(
      Diagnostic(
        PublicationCode.unknownPriority, at: priority.location,
        "Priorité inconnue « \(priority.value) »",
        help: nearest(to: priority.value, in: keys).map { "vouliez-vous dire « \($0) » ?" }
          ?? (keys.isEmpty
            ? "déclarez-la sous « priorites » dans publication.yaml"
            : "priorités : " + listed(keys))))
  }

  /// Events belong to the year of the report; calendars and objectives may look back and ahead.
  private func checkDates(_ diagnostics: inout [Diagnostic]) {
    guard let period = front.settings.period else { return }
    DateDoubts.outside(section.header.figures, of: period, &diagnostics)
    for schema in section.header.schemas { DateDoubts.outside(schema, of: period, &diagnostics) }
    for directive in section.document.directives
    where directive.name == "temps-fort" && directive["note"] == nil {
      guard let attribute = directive.attribute("date"), let date = try? Period.parse(attribute.value).get()
      else {
        continue
      }
      DateDoubts.outside(
        Located(date, at: section.file.location(attribute.valueRange)), of: period, &diagnostics)
    }
  }

  private func warn(
    _ code: PublicationCode, _ message: String, help: String, _ diagnostics: inout [Diagnostic]
  ) {
    let place = section.header.title?.location ?? section.file.location(0..<0)
    diagnostics.append(Diagnostic(code, at: place, message, help: help))
  }
}
