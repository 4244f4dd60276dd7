import Diagnostics
import Markdown
import Templates

/// The inside of blocks that layouts show piece by piece: the dated items of a `chronologie`, the steps of `etapes`,
/// the columns of `axes`. Any other block gets its inside whole.
struct StructuredInside {
  let directive: Directive
  let document: Document

  init(_ directive: Directive, in document: Document) {
    self.directive = directive
    self.document = document
  }

  func fill(_ context: inout Map, renderer: inout HTMLRenderer, hooks: inout ContentRenderer) {
    switch directive.name {
    case "chronologie":
      context.add(["etapes": .list(items.map { step($0, &renderer, &hooks) }), "contenu": .markup([])])
    case "etapes":
      let steps = items.map { Value.markup(renderer.rendered(childrenOf: $0, hooks: &hooks)) }
      context.add(["etapes": .list(steps), "contenu": .markup([])])
    case "axes":
      context.add(["colonnes": .list(columns(&renderer, &hooks)), "contenu": .markup([])])
    default:
      context.add(["contenu": .markup(renderer.rendered(childrenOf: directive.node, hooks: &hooks))])
    }
  }

  private var items: [Int] {
    document.children(of: directive.node).flatMap { child -> [Int] in
      guard case .list = document.nodes[child].kind else { return [] }
      return Array(document.children(of: child))
    }
  }

  /// The bold words that open an item are its date; the rest is what happened.
  private func step(_ item: Int, _ renderer: inout HTMLRenderer, _ hooks: inout ContentRenderer) -> Value {
    guard let paragraph = document.children(of: item).first(where: { _ in true }),
      let bold = document.children(of: paragraph).first(where: { _ in true }),
      case .strong = document.nodes[bold].kind
    else {
      return .map([
        "date_html": .none, "contenu": .markup(renderer.rendered(childrenOf: item, hooks: &hooks)),
      ])
    }
    let date = renderer.rendered(childrenOf: bold, hooks: &hooks)
    var content: [UInt8] = []
    swap(&content, &renderer.html)
    for node in document.children(of: paragraph).dropFirst() { renderer.render(node, hooks: &hooks) }
    for node in document.children(of: item).dropFirst() { renderer.render(node, hooks: &hooks) }
    swap(&content, &renderer.html)
    return .map(["date_html": .markup(date), "contenu": .markup(Array(content.drop { $0 == .space }))])
  }

  private func columns(_ renderer: inout HTMLRenderer, _ hooks: inout ContentRenderer) -> [Value] {
    var columns: [(title: [UInt8], anchor: String?, content: [UInt8])] = []
    for node in document.children(of: directive.node) {
      if case .heading = document.nodes[node].kind {
        let anchor = document.headings.first { $0.node == node }?.anchor
        let id = anchor.map { hooks.idPrefix + $0 }
        columns.append((renderer.rendered(childrenOf: node, hooks: &hooks), id, []))
        continue
      }
      var content: [UInt8] = []
      swap(&content, &renderer.html)
      renderer.render(node, hooks: &hooks)
      swap(&content, &renderer.html)
      if columns.isEmpty { columns.append(([], nil, [])) }
      columns[columns.count - 1].content += content
    }
    return columns.map {
      ["titre_html": .markup($0.title), "ancre": Value($0.anchor), "contenu": .markup($0.content)]
    }
  }
}
