import Diagnostics
import KeyFigures
import Markdown

/// Finds what the `:chiffre[…]` and `:cellule[…]` of a section quote.
struct Quotations {
  let section: Section
  let others: References
  private(set) var texts: [String?] = []
  private var diagnostics: [Diagnostic] = []
  private var guesses = Guesses()

  /// - Returns: for each reference of the document the words to show, nil where nothing was found.
  static func read(
    _ section: Section, _ others: References, _ diagnostics: inout [Diagnostic]
  ) -> [String?] {
    guard !section.document.references.isEmpty else { return [] }
    var reader = Quotations(section: section, others: others)
    for reference in section.document.references { reader.texts.append(reader.text(of: reference)) }
    diagnostics += reader.diagnostics
    return reader.texts
  }

  private mutating func text(of reference: Reference) -> String? {
    let words = Self.words(of: reference.target)
    let text =
      switch reference.kind {
      case .figure: figure(words, reference)
      case .cell: cell(words, reference)
      }
    guard reference.startsSentence, let text, let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  private mutating func figure(_ words: [String], _ reference: Reference) -> String? {
    guard let id = words.last, let section = find(words.dropLast(), reference) else { return nil }
    if let figure = others.figure(id, in: section) { return figure.quantity.formatted }
    guard !others.section(section).doubts.contains(.figures) else { return nil }
    let ids = others.figureIDs(in: section)
    report(
      .unknownFigure, reference,
      "Aucun chiffre « \(id) » dans \(Self.name(of: others.section(section), own: self.section))",
      help: guesses.nearest(to: id, in: ids).map { "vouliez-vous dire « \($0) » ?" }
        ?? (ids.isEmpty
          ? "donnez-lui un identifiant : « {#\(id)} » à la fin de sa ligne, sous « chiffres »"
          : "chiffres possibles : " + listed(ids)))
    return nil
  }

  /// The last three words are the table, the row and the column.
  private mutating func cell(_ words: [String], _ reference: Reference) -> String? {
    guard words.count >= 3 else {
      report(
        .unknownCell, reference, "Il faut trois mots pour trouver une cellule, non \(words.count)",
        help: "écrivez :cellule[tableau/ligne/colonne]")
      return nil
    }
    let (id, row, column) = (words[words.count - 3], words[words.count - 2], words[words.count - 1])
    guard let place = find(words.dropLast(3), reference) else { return nil }
    guard let block = others.table(id, in: place) else {
      guard !others.section(place).hasFaultyTable(id) else { return nil }
      report(
        .unknownTable, reference,
        "Aucun tableau « \(id) » dans \(Self.name(of: others.section(place), own: section))",
        help: guesses.nearest(to: id, in: others.tableIDs(in: place)).map { "vouliez-vous dire « \($0) » ?" }
          ?? "le premier mot est l’identifiant d’un tableau : ::: tableau {#\(id)}")
      return nil
    }
    switch block.table.find(row: row, column: column) {
    case .success(let cell): return block.table.formatted(cell.row, cell.column)
    case .failure(let fault):
      report(.unknownCell, reference, fault.message, help: fault.help)
      return nil
    }
  }

  private mutating func find(_ words: ArraySlice<String>, _ reference: Reference) -> Int? {
    switch others.find(words) {
    case .section(let place): return place
    case .none:
      let name = words.joined(separator: "/")
      report(
        .unknownFigure, reference, "Aucune section « \(name) »",
        help: guesses.nearest(to: name, in: others.names).map { "vouliez-vous dire « \($0) » ?" }
          ?? "écrivez le nom du fichier de la section, sans « .md »")
    case .ambiguous(let keys):
      report(
        .ambiguousFigure, reference, "Plusieurs sections s’appellent « \(words.joined(separator: "/")) »",
        help: "précisez la partie : " + keys.joined(separator: " ou "))
    }
    return nil
  }

  private mutating func report(
    _ code: PublicationCode, _ reference: Reference, _ message: String, help: String?
  ) {
    diagnostics.append(
      Diagnostic(code, at: section.file.location(reference.targetRange), message, help: help))
  }

  private static func name(of section: Section, own: Section) -> String {
    section.key == own.key ? "cette section" : "« \(section.key) »"
  }

  /// Words parted by `/`; quotes keep a `/` or a `]` inside a word.
  static func words(of target: String) -> [String] {
    // Most are made of identifiers, which neither quotes nor blanks surround, and of one only.
    let (slash, hyphen) = (UInt8(ascii: "/"), UInt8(ascii: "-"))
    if target.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == hyphen || $0 == slash }) {
      guard target.utf8.contains(slash) else { return [target] }
      return Array(target.utf8).split(separator: slash, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    }
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var quote: Unicode.Scalar?
    for scalar in target.unicodeScalars {
      if let close = quote {
        if scalar == close { quote = nil } else { word.append(scalar) }
      } else if scalar == "\"" || scalar == "«" && word.allSatisfy(\.properties.isWhitespace) {
        quote = scalar == "«" ? "»" : "\""
      } else if scalar == "/" {
        words.append(String(word).trimmed)
        word = String.UnicodeScalarView()
      } else {
        word.append(scalar)
      }
    }
    return words + [String(word).trimmed]
  }
}
