import Diagnostics

/// Reads the opening line of a directive: `::: nom {#id .classe cle=valeur cle="deux mots"}`, attributes as Pandoc
/// writes them (Pandoc User's Guide, “Extension: fenced_divs”).
struct DirectiveHead {
  /// An identifier names files, after its section's own name: together they fit the 255 bytes of most disks.
  private static let longestID = 100
  private let source: UnsafeBufferPointer<UInt8>
  private let file: SourceFile
  private let end: Int
  private var i: Int
  private var hasOpenQuote = false
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: UnsafeBufferPointer<UInt8>, _ file: SourceFile, _ range: Range<Int>) {
    self.source = source
    self.file = file
    i = range.lowerBound
    end = range.upperBound
  }

  mutating func parse(node: Int) -> Directive {
    skip { $0 == UInt8(ascii: ":") }
    skip { $0.isBlank }
    let nameRange = take { !$0.isBlank && $0 != UInt8(ascii: "{") }
    var directive = Parts()
    skip { $0.isBlank }
    if i < end, source[i] == UInt8(ascii: "{") { readAttributes(&directive) }
    skip { $0.isBlank }
    skip { $0 == UInt8(ascii: ":") }
    if i < end { reportRest(nameRange) }
    if nameRange.isEmpty {
      report(
        nameRange.lowerBound..<end, "Bloc sans nom",
        help: "donnez son nom après les deux-points : `::: focus`")
    }
    return Directive(
      name: text(nameRange), nameRange: nameRange, id: directive.id.map(text), idRange: directive.id,
      classes: directive.classes, attributes: directive.attributes, node: node)
  }

  private struct Parts {
    var id: Range<Int>?
    var classes: [String] = []
    var attributes: [Directive.Attribute] = []
    /// Where the last value ends, if it stands without quotes: what follows may belong to it.
    var bareEnd: Int?
  }

  private mutating func readAttributes(_ parts: inout Parts) {
    let open = i
    i += 1
    while true {
      skip { $0.isBlank }
      guard i < end else {
        // A quote that never closes swallowed the brace, and was reported.
        if hasOpenQuote { return }
        report(open..<end, "Accolade jamais fermée", help: "fermez les attributs par `}` sur la même ligne")
        return
      }
      switch source[i] {
      case UInt8(ascii: "}"):
        i += 1
        return
      case UInt8(ascii: "#"):
        i += 1
        setID(takeWord(), &parts)
      case UInt8(ascii: "."):
        i += 1
        let name = takeWord()
        if name.isEmpty {
          report(i - 1..<i, "Classe sans nom", help: "écrivez `.nom`, sans espace")
        } else {
          parts.classes.append(text(name))
        }
      default: readPair(&parts)
      }
    }
  }

  private mutating func setID(_ range: Range<Int>, _ parts: inout Parts) {
    if range.isEmpty {
      report(i - 1..<i, "Identifiant sans nom", help: "écrivez `#nom`, sans espace")
    } else if !source[range].allSatisfy(HeadingAnchors.isNameByte) || range.count > Self.longestID {
      diagnostics.append(
        Diagnostic(
          MarkdownCode.anchorSyntax, at: file.location(range),
          "Identifiant « \(text(range).prefix(Self.longestID)) » mal écrit",
          help: "écrivez `#mon-identifiant` : lettres, chiffres, tirets, au plus \(Self.longestID) signes"))
    } else if let first = parts.id {
      diagnostics.append(
        Diagnostic(
          MarkdownCode.duplicateAttribute, at: file.location(range), "Second identifiant « \(text(range)) »",
          help: "un bloc n’a qu’un identifiant : gardez l’un des deux",
          notes: [.init("premier identifiant", at: file.location(first))]))
    } else {
      parts.id = range
    }
  }

  private mutating func readPair(_ parts: inout Parts) {
    let nameRange = take { !$0.isBlank && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "}") }
    let name = text(nameRange)
    guard !nameRange.isEmpty else {
      report(i..<i + 1, "Signe « = » sans nom d’attribut devant", help: "écrivez `nom=valeur`")
      i += 1
      return
    }
    guard i < end, source[i] == UInt8(ascii: "=") else {
      if let bareEnd = parts.bareEnd, isBlank(bareEnd..<nameRange.lowerBound),
        let last = parts.attributes.indices.last
      {
        parts.bareEnd = nil
        takeRest(of: &parts.attributes[last])
        return
      }
      report(
        nameRange, "Attribut « \(name) » sans valeur",
        help: "écrivez `\(name)=valeur`, sans espace autour du `=`")
      return
    }
    i += 1
    let isQuoted = i < end && (source[i] == UInt8(ascii: "\"") || source[i] == UInt8(ascii: "'"))
    guard let valueRange = takeValue(name) else { return }
    parts.bareEnd = isQuoted ? nil : valueRange.upperBound
    if let first = parts.attributes.first(where: { $0.name == name }) {
      diagnostics.append(
        Diagnostic(
          MarkdownCode.duplicateAttribute, at: file.location(nameRange),
          "Attribut « \(name) » donné deux fois",
          help: "gardez une seule valeur", notes: [.init("première fois", at: file.location(first.nameRange))]
        ))
      return
    }
    parts.attributes.append(
      .init(name: name, nameRange: nameRange, value: unescaped(valueRange), valueRange: valueRange))
    if !isQuoted, text(valueRange).first.map({ "«“„".contains($0) }) == true {
      parts.bareEnd = nil
      takeRest(of: &parts.attributes[parts.attributes.count - 1])
    }
  }

  /// Gives an attribute the words that follow its value and are no attributes: their quotes were forgotten, or are not
  /// the straight ones.
  private mutating func takeRest(of attribute: inout Directive.Attribute) {
    var stop = i
    while i < end, source[i] != UInt8(ascii: "}") {
      skip { $0.isBlank }
      let word = take { !$0.isBlank && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "}") }
      guard !word.isEmpty, i == end || source[i] != UInt8(ascii: "=") else {
        i = max(stop, word.lowerBound)
        break
      }
      stop = word.upperBound
    }
    let range = attribute.valueRange.lowerBound..<stop
    let quotes: Set<Character> = ["«", "»", "“", "”", "„", " ", "\u{A0}", "\u{202F}"]
    let value = String(
      text(range).drop(while: quotes.contains).reversed().drop(while: quotes.contains).reversed())
    let isQuoted = value.count < text(range).count
    report(
      range,
      isQuoted
        ? "Une valeur se met entre guillemets droits"
        : "Une valeur de plusieurs mots se met entre guillemets",
      help: "écrivez `\(attribute.name)=\"\(value)\"`")
    attribute = .init(name: attribute.name, nameRange: attribute.nameRange, value: value, valueRange: range)
  }

  private func isBlank(_ range: Range<Int>) -> Bool { source[range].allSatisfy(\.isBlank) }

  private mutating func takeValue(_ name: String) -> Range<Int>? {
    guard i < end, source[i] == UInt8(ascii: "\"") || source[i] == UInt8(ascii: "'") else {
      let range = takeWord()
      if range.isEmpty {
        report(
          i..<i, "Attribut « \(name) » sans valeur",
          help: "écrivez `\(name)=valeur`, ou `\(name)=\"\"` pour vide")
        return nil
      }
      return range
    }
    let quote = source[i]
    let open = i
    i += 1
    let start = i
    while i < end, source[i] != quote { i += source[i] == UInt8(ascii: "\\") && i + 1 < end ? 2 : 1 }
    guard i < end else {
      i = end
      hasOpenQuote = true
      report(
        open..<end, "Guillemet jamais fermé",
        help: "fermez la valeur par `\(Character(Unicode.Scalar(quote)))`")
      return nil
    }
    i += 1
    return start..<i - 1
  }

  /// The value without the backslashes that protect a quote or another backslash.
  private func unescaped(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    var j = range.lowerBound
    while j < range.upperBound {
      let next = j + 1 < range.upperBound ? source[j + 1] : 0
      if source[j] == UInt8(ascii: "\\"),
        next == UInt8(ascii: "\\") || next == UInt8(ascii: "\"") || next == UInt8(ascii: "'")
      {
        j += 1
      }
      bytes.append(source[j])
      j += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func reportRest(_ name: Range<Int>) {
    report(
      i..<end, "Texte « \(text(i..<end)) » après le nom du bloc « \(text(name)) »",
      help: "mettez les attributs entre accolades : `::: \(text(name)) {cle=valeur}`")
  }

  // MARK: Bytes

  private mutating func report(_ range: Range<Int>, _ message: String, help: String) {
    diagnostics.append(
      Diagnostic(MarkdownCode.directiveSyntax, at: file.location(range), message, help: help))
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

  private mutating func skip(_ isWanted: (UInt8) -> Bool) { while i < end, isWanted(source[i]) { i += 1 } }

  private mutating func take(_ isWanted: (UInt8) -> Bool) -> Range<Int> {
    let start = i
    skip(isWanted)
    return start..<i
  }

  private mutating func takeWord() -> Range<Int> { take { !$0.isBlank && $0 != UInt8(ascii: "}") } }
}
