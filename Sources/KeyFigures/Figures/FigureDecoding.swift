import Diagnostics
import FrenchText
import FrontMatter

extension FigureSet {
  /// Declares and reads the key `chiffres` of a section: a list of figures, or titled lists of them.
  ///
  /// - Parameter units: the units that end the value of a sentence: the usual ones, and `unites:` of the publication.
  public static func figures(_ fields: inout Fields, units: UnitTable = .standard) -> FigureSet {
    let set = fields.field("chiffres", doc: "Les chiffres clés de la section") { field in
      decode(&field, units: units)
    }
    return set ?? FigureSet()
  }

  public static func decode(_ field: inout Field, units: UnitTable = .standard) -> FigureSet? {
    let groups: [Group]? = field.shaped(
      list: { field in figures(&field, units, group: nil).map { [Group(title: nil, figures: $0)] } },
      mapping: { field in
        field.entries { title, field in
          figures(&field, units, group: title.value).map { Group(title: title, figures: $0) }
        }
      })
    guard let groups else { return nil }
    // Identifiers are of the section, not of the group: given ones first, so that made ones can avoid them.
    var ids = FigureIdentifiers(given: groups.flatMap(\.figures))
    for diagnostic in ids.diagnostics { field.report(diagnostic) }
    return FigureSet(
      groups: groups.map { group in
        Group(title: group.title, figures: group.figures.map { ids.identified($0) })
      })
  }

  private static func figures(
    _ field: inout Field, _ units: UnitTable, group: String?
  ) -> [Figure]? {
    field.list { item in
      item.shaped(
        scalar: { FigureSentence.decode(&$0, units, group: group) },
        mapping: { FigureMapping.decode(&$0, group: group) })
    }
  }
}

/// Gives each figure of a section an identifier of its own, and says where two have the same.
struct FigureIdentifiers {
  private var taken: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  init(given figures: [Figure]) {
    var first: [String: SourceLocation] = [:]
    for figure in figures {
      guard let location = figure.idLocation else { continue }
      if !isIdentifier(figure.id) { diagnostics.append(badIdentifier(Located(figure.id, at: location))) }
      if let first = first[figure.id] {
        diagnostics.append(
          Diagnostic(
            KeyFigureCode.duplicateFigure, at: location, "Deux chiffres s’appellent « \(figure.id) »",
            help: "donnez à l’un des deux un autre identifiant",
            notes: [.init("le premier est ici", at: first)]))
      } else {
        first[figure.id] = location
      }
    }
    taken = Set(first.keys)
  }

  /// The figure with an identifier: its own, or one made of the first words of its label.
  mutating func identified(_ figure: Figure) -> Figure {
    guard figure.idLocation == nil else { return figure }
    var stem = ""
    for word in slug(figure.label).split(separator: "-") where isIdentifier(String(word)) {
      if !stem.isEmpty, stem.utf8.count + word.utf8.count > 48 { break }
      stem += stem.isEmpty ? String(word) : "-" + word
    }
    if stem.isEmpty { stem = "chiffre" }
    var id = stem
    var rank = 2
    while !taken.insert(id).inserted {
      id = "\(stem)-\(rank)"
      rank += 1
    }
    return Figure(figure, id: id)
  }
}
