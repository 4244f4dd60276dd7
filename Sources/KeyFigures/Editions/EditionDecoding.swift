import Diagnostics
import FrenchText
import FrontMatter

extension Edition {
  /// Reads a `chiffres-cles.json`. Keys that it does not know are left alone: a later version may write more.
  public static func decode(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> Edition? {
    guard let node = YAMLParser.parse(file, file.bytes.indices, &diagnostics) else { return nil }
    guard let entries = node.entries, let list = entries.value("chiffres")?.items else {
      diagnostics.append(
        Diagnostic(
          KeyFigureCode.unreadableEdition, at: file.location(0..<0),
          "« \(file.path) » n’est pas un « chiffres-cles.json » d’une édition précédente",
          help: "copiez le fichier donnees/chiffres-cles.json que cette édition a publié"))
      return nil
    }
    var findings = Findings()
    let figures = list.compactMap { figure($0, &findings) }
    let tables = (entries.value("tableaux")?.items ?? []).compactMap(table)
    findings.report(.unreadableEdition, &diagnostics)
    return Edition(name: entries.text("edition") ?? "l’édition précédente", figures: figures, tables: tables)
  }

  private static func figure(_ node: Node, _ findings: inout Findings) -> Figure? {
    guard let entries = node.entries, let id = entries.text("id"), let section = entries.text("section")
    else {
      findings.add(
        Diagnostic(
          KeyFigureCode.unreadableEdition, at: node.location,
          "Ce chiffre n’a pas de « section » ou pas d’« id »",
          help: "donnez les deux, comme dans le fichier publié"))
      return nil
    }
    guard let quantity = quantity(entries) else {
      findings.add(
        Diagnostic(
          KeyFigureCode.unreadableEdition, at: entries.value("valeur")?.location ?? node.location,
          "La valeur du chiffre « \(id) » ne peut pas être lue",
          help: "écrivez par exemple \"valeur\": \"8,3 %\""))
      return nil
    }
    return Figure(
      section: section, id: id, quantity: quantity, label: entries.text("libelle") ?? "",
      location: node.location)
  }

  /// As it was printed if that can be read, else the bare number and its unit.
  private static func quantity(_ entries: [Entry]) -> Quantity? {
    let unit = entries.text("unite")
    if let text = entries.text("valeur"), case .success(var quantity) = Quantity.parse(text) {
      quantity.unit = quantity.unit ?? unit
      return quantity
    }
    return entries.text("nombre").flatMap(plainDecimal).map { Quantity($0, unit: unit) }
  }

  private static func table(_ node: Node) -> EditionTable? {
    guard let entries = node.entries, let id = entries.text("id"), let section = entries.text("section"),
      let columns = entries.value("colonnes")?.items, let rows = entries.value("lignes")?.items
    else { return nil }
    return EditionTable(
      id: id, section: section, columns: columns.map { $0.entries?.text("nom") ?? $0.textValue ?? "" },
      rows: rows.map { ($0.items ?? []).map(\.textValue) })
  }
}

extension Node {
  /// The text of a scalar; nil for JSON's null.
  fileprivate var textValue: String? {
    guard let scalar, scalar.style != .plain || scalar.text != "null" else { return nil }
    return scalar.text
  }
}

extension [Entry] {
  fileprivate func value(_ key: String) -> Node? { first { $0.key == key }?.value }
  fileprivate func text(_ key: String) -> String? { value(key)?.textValue }
}
