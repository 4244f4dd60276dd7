import Diagnostics
import FrenchText
import FrontMatter

/// Dates held against the period of the publication and against one another.
public enum DateDoubts {
  /// A date that lies outside the period; what is open (« depuis 2022 ») need only reach into it.
  public static func outside(
    _ date: Located<Period>, of publication: Period, _ diagnostics: inout [Diagnostic]
  ) {
    guard !date.value.isWithin(publication) else { return }
    diagnostics.append(
      Diagnostic(
        KeyFigureCode.dateOutsidePeriod, at: date.location,
        "« \(date.value.formatted) » est hors de la période du bilan, \(publication.formatted)",
        help: "corrigez la date, ou expliquez-la au lecteur par « note: … »"))
  }

  /// The dates of the figures of a section that have no note.
  public static func outside(_ figures: FigureSet, of publication: Period, _ diagnostics: inout [Diagnostic])
  {
    for figure in figures.figures where figure.note == nil {
      if let date = figure.date { outside(date, of: publication, &diagnostics) }
    }
  }

  /// The date of a table, unless it has a note.
  public static func outside(_ schema: TableSchema, of publication: Period, _ diagnostics: inout [Diagnostic])
  {
    if let date = schema.date, schema.note == nil { outside(date, of: publication, &diagnostics) }
  }

  /// A calendar whose steps do not follow one another: each starts no earlier than the one before.
  public static func outOfOrder(_ steps: [Located<Period>], _ diagnostics: inout [Diagnostic]) {
    for (step, next) in zip(steps, steps.dropFirst()) where !step.value.mayPrecede(next.value) {
      diagnostics.append(
        Diagnostic(
          KeyFigureCode.calendarOutOfOrder, at: next.location,
          "« \(next.value.formatted) » vient après « \(step.value.formatted) »",
          help: "remettez les étapes dans l’ordre, ou expliquez-le au lecteur par {note=\"…\"}",
          notes: [.init("l’étape qui précède est ici", at: step.location)]))
    }
  }
}
