import Diagnostics
import Markdown

/// Holds a directive against its rule: attributes known, the compulsory ones there, in the right parent, empty or not
/// as its meaning asks.
struct DirectiveCheck {
  let document: Document
  /// For each directive, the one it stands in directly.
  private let parents: [Int?]
  /// For each directive, the table it shows.
  private let shown: [Int: Int]

  init(_ document: Document, shown: [Int: Int]) {
    self.document = document
    self.shown = shown
    var parents = [Int?](repeating: nil, count: document.directives.count)
    var open: [(directive: Int, end: Int)] = []
    for (i, directive) in document.directives.enumerated() {
      while let last = open.last, last.end <= directive.node { open.removeLast() }
      parents[i] = open.last?.directive
      open.append((i, Int(document.nodes[directive.node].end)))
    }
    self.parents = parents
  }

  func run(_ diagnostics: inout [Diagnostic]) {
    for (i, directive) in document.directives.enumerated() {
      guard let rule = DirectiveRule.named(directive.name) else { continue }
      checkAttributes(directive, rule, &diagnostics)
      checkPlace(directive, parent: parents[i].map { document.directives[$0] }, rule, &diagnostics)
      checkEmptiness(directive, rule, &diagnostics)
      // A table that cannot be read has been reported.
      if rule.inside != .oneTable || shown[i] != nil { checkContent(directive, rule, &diagnostics) }
    }
  }

  private func checkAttributes(
    _ directive: Directive, _ rule: DirectiveRule, _ diagnostics: inout [Diagnostic]
  ) {
    for attribute in directive.attributes
    where attribute.name != "note" && !rule.attributes.contains(attribute.name) {
      let guess = nearest(to: attribute.name, in: rule.attributes + ["note"])
      let known = rule.attributes.map { "« \($0) »" }.joined(separator: ", ")
      diagnostics.append(
        Diagnostic(
          PublicationCode.unknownAttribute, at: document.file.location(attribute.nameRange),
          "Attribut inconnu « \(attribute.name) » pour « \(rule.name) »",
          help: guess.map { "vouliez-vous dire « \($0) » ?" }
            ?? (known.isEmpty ? "ce bloc ne prend pas d’attribut" : "attributs possibles : \(known)")))
    }
    for name in rule.required where directive[name] == nil {
      diagnostics.append(
        Diagnostic(
          PublicationCode.missingAttribute, at: document.file.location(directive.nameRange),
          "Il manque l’attribut « \(name) » à « \(rule.name) »",
          help: "écrivez ::: \(rule.name) {\(name)=…}"))
    }
  }

  private func checkPlace(
    _ directive: Directive, parent: Directive?, _ rule: DirectiveRule, _ diagnostics: inout [Diagnostic]
  ) {
    guard let wanted = rule.parent, parent?.name != wanted else { return }
    diagnostics.append(
      Diagnostic(
        PublicationCode.misplacedDirective, at: document.file.location(directive.nameRange),
        "« \(rule.name) » ne va que directement dans « \(wanted) »",
        help: "ouvrez d’abord « ::: \(wanted) », et fermez-le par « ::: » après le dernier « \(rule.name) »"))
  }

  /// A frame around nothing is no news to its reader.
  private func checkEmptiness(
    _ directive: Directive, _ rule: DirectiveRule, _ diagnostics: inout [Diagnostic]
  ) {
    // What is never closed has been reported.
    guard directive.isClosed, let others = rule.needsContentUnless,
      !others.contains(where: { directive[$0] != nil })
    else { return }
    // A comment leaves a node without text.
    let isEmpty = document.children(of: directive.node).allSatisfy { node in
      document.nodes[node].kind == .htmlBlock && document.nodes[node].text.isEmpty
    }
    guard isEmpty else { return }
    diagnostics.append(
      Diagnostic(
        PublicationCode.contentExpected, at: document.file.location(directive.nameRange),
        "Le bloc « \(rule.name) » est vide",
        help: "écrivez son contenu avant la ligne « ::: » qui le ferme, ou retirez le bloc"))
  }

  private func checkContent(_ directive: Directive, _ rule: DirectiveRule, _ diagnostics: inout [Diagnostic])
  {
    guard rule.inside != .everything else { return }
    var hasTable = false
    let stray = document.children(of: directive.node).first { node in
      switch (rule.inside, document.nodes[node].kind) {
      // A comment: any other HTML has been refused.
      case (_, .htmlBlock), (.lists, .list): return false
      case (.oneTable, .table) where !hasTable:
        hasTable = true
        return false
      default: return true
      }
    }
    guard let stray else { return }
    let shown =
      switch rule.inside {
      case .everything, .nothing: "ne contient rien"
      case .lists: "ne montre que sa liste"
      case .oneTable: "ne montre que son tableau, un seul"
      }
    diagnostics.append(
      Diagnostic(
        PublicationCode.contentUnexpected, at: document.location(of: stray),
        "« \(rule.name) » \(shown) : ce texte ne serait pas montré",
        help: "placez ce texte après la ligne « ::: » qui ferme le bloc"))
  }
}
