import Charts
import Diagnostics
import Drawing
import KeyFigures
import Publication
import Templates

/// A chart as its layout receives it: drawn for two measures, said in words, with the table it shows.
final class ChartContext: Shown {
  private let block: ChartBlock
  private let section: Section
  private let shared: BlockContext

  init(_ block: ChartBlock, _ shared: BlockContext, in section: Section) {
    self.block = block
    self.section = section
    self.shared = shared
  }

  var base: Map { Map(of: shared) }

  // A page's style sheet does not reach the drawings of every engine that prints: paper gets files.
  static let members = Members<ChartContext>([
    Member("id") { .string($0.id) },
    Member("numero") { .int($0.block.number) },
    Member("titre_html") { Typeset.html($0.block.title) },
    Member("sous_titre") { Value($0.block.subtitle.map(Typeset.text)) },
    Member("source") { Value($0.block.source.map(Typeset.text)) },
    Member("date") { Value($0.block.date) },
    Member("note") { Typeset.html($0.block.note) },
    Member("svg_large") { $0.isPrint ? .none : .markup($0.wideDrawing) },
    Member("svg_etroit") { $0.isPrint ? .none : .markup($0.narrowDrawing) },
    Member("dessin_imprime") { $0.isPrint ? $0.printedDrawing : .none },
    Member("donnees") { $0.shown == nil ? .markup($0.data) : .none },
    Member("donnees_lien") { $0.linkToData },
    Member("telechargement_svg") { $0.download },
    Member("contenu") { _ in .markup([]) },
  ])

  private var isPrint: Bool { shared.medium.isPrint }
  private var id: String { shared.medium.idPrefix + block.anchor }
  private var wideID: String { id + "-l" }

  private var wideDrawing: [UInt8] { drawing(Chart.wide, id: wideID, cssClass: "large") }

  /// Both measures say the same: only the first spells it out.
  private var narrowDrawing: [UInt8] {
    drawing(Chart.narrow, id: id + "-e", name: .labelledBy(wideID), cssClass: "etroit")
  }

  private var printedDrawing: Value {
    .map(["url": .string(shared.frame.names.printedChart(block, in: section)), "alt": .string(name)])
  }

  private var linkToData: Value {
    guard let shown else { return .none }
    return .map([
      "titre": .string("tableau \(shown.number)"),
      "url": .string("#" + shared.medium.idPrefix + "tableau-" + shown.id),
    ])
  }

  private var download: Value {
    .map(["url": .string(shared.frame.names.chart(block, in: section)), "taille": .string("vectoriel")])
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

  private var data: [UInt8] {
    var caption: [UInt8] = []
    caption.append("<span class=\"titre\">Données de la figure \(block.number)</span>")
    return TableMarkup.typed(block.table, caption: (id + "-donnees", caption)) { row, column, html in
      html += Typeset.bytes(block.table.text(row, column))
    }
  }
}
