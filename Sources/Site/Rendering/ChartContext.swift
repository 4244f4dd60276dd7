import Charts
import Diagnostics
import Drawing
import KeyFigures
import Publication
import Templates

/// A chart as its layout receives it: drawn for two measures, said in words, with the table it shows.
struct ChartContext {
  private let block: ChartBlock
  private let section: Section
  private let frame: Frame
  private let isPrint: Bool
  private let prefix: String

  init(_ block: ChartBlock, in renderer: ContentRenderer) {
    self.block = block
    section = renderer.section
    frame = renderer.frame
    isPrint = renderer.isPrint
    prefix = renderer.idPrefix
  }

  func fill(_ context: inout Map) {
    let id = prefix + block.anchor
    context["id"] = .string(id)
    context["numero"] = .int(block.number)
    context["titre_html"] = Typeset.html(block.title)
    context["sous_titre"] = Value(block.subtitle.map(Typeset.text))
    context["source"] = Value(block.source.map(Typeset.text))
    context["date"] = Value(block.date)
    context["note"] = Typeset.html(block.note)
    // A page's style sheet does not reach the drawings of every engine that prints: paper gets files.
    // Both measures say the same: only the first spells it out.
    let wide = id + "-l"
    context["svg_large"] =
      isPrint ? Value.none : .markup(drawing(Chart.wide, id: wide, cssClass: "large"))
    context["svg_etroit"] =
      isPrint
      ? Value.none
      : .markup(drawing(Chart.narrow, id: id + "-e", name: .labelledBy(wide), cssClass: "etroit"))
    context["dessin_imprime"] =
      isPrint
      ? .map(["url": .string(frame.names.printedChart(block, in: section)), "alt": .string(name)])
      : Value.none
    context["donnees"] = shown == nil ? .markup(data(id: id)) : Value.none
    context["donnees_lien"] =
      shown.map { table in
        .map([
          "titre": .string("tableau \(table.number)"), "url": .string("#" + prefix + "tableau-" + table.id),
        ])
      } ?? Value.none
    context["telechargement_svg"] = .map([
      "url": .string(frame.names.chart(block, in: section)), "taille": .string("vectoriel"),
    ])
    context["contenu"] = .markup([])
  }

  /// The table of the same page that holds what the chart draws.
  private var shown: TableBlock? {
    block.shownTable.flatMap { id in section.tables.first { $0.id == id } }
  }

  private func drawing(
    _ width: Double, id: String, name: SVGWriter.Name = .label, cssClass: String
  ) -> [UInt8] {
    var scene = block.scene(width: width)
    scene.title = Typeset.text(scene.title)
    scene.description += " " + place
    return SVGWriter.inline(scene, idPrefix: id, name: name, cssClass: cssClass)
  }

  /// What the drawing is called on paper.
  private var name: String {
    Typeset.text(block.title) + ". " + block.description + " " + place
  }

  /// Where a reader who does not see the drawing finds its data (RGAA 1.6).
  private var place: String {
    shown.map { "Données dans le tableau\u{A0}\($0.number)." } ?? "Données dans le tableau qui suit."
  }

  private func data(id: String) -> [UInt8] {
    var caption: [UInt8] = []
    caption.append("<span class=\"titre\">Données de la figure \(block.number)</span>")
    return TableMarkup.typed(block.table, caption: (id + "-donnees", caption)) { row, column in
      Typeset.bytes(block.table.text(row, column))
    }
  }
}
