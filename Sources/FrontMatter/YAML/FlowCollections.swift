import Diagnostics

/// Flow style, which JSON is a part of (YAML 1.2.2, chapter 7). Lines after the first are indented more than `parent`,
/// except one that closes a bracket, so that an unclosed bracket does not swallow what follows.
extension YAMLParser {
  /// The flow node at the cursor; ends right after it. Nil if it was refused.
  mutating func flowNode(parent: Int, inSequence: Bool = false) -> Node? {
    switch peek() {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      guard depth < Self.maximalDepth else {
        refuse(
          .tooDeep, at..<at + 1, "Il y a plus de \(Self.maximalDepth) niveaux les uns dans les autres",
          help: "vérifiez les crochets")
        return nil
      }
      depth += 1
      defer { depth -= 1 }
      return peek() == UInt8(ascii: "[") ? flowSequence(parent: parent) : flowMapping(parent: parent)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quotedScalar(parent: parent)
    default: return flowPlain(allowsFrenchColon: !inSequence)
    }
  }

  private mutating func flowSequence(parent: Int) -> Node? {
    let start = at
    var items: [Node] = []
    at += 1
    while true {
      guard skipFlowSpace(parent: parent, opener: start) else { return nil }
      if peek() == UInt8(ascii: "]") { break }
      guard let item = flowNode(parent: parent, inSequence: true) else { return nil }
      items.append(item)
      guard skipFlowSpace(parent: parent, opener: start) else { return nil }
      if peek() == UInt8(ascii: "]") { break }
      guard peek() == UInt8(ascii: ",") else { return refuseInFlow(opener: start, after: item) }
      at += 1
    }
    at += 1
    lastEnd = at
    return node(.sequence(items), from: start)
  }

  private mutating func flowMapping(parent: Int) -> Node? {
    let start = at
    var list = EntryList()
    at += 1
    while true {
      guard skipFlowSpace(parent: parent, opener: start) else { return nil }
      if peek() == UInt8(ascii: "}") { break }
      guard let entry = flowEntry(parent: parent, opener: start) else { return nil }
      add(entry, to: &list)
      guard skipFlowSpace(parent: parent, opener: start) else { return nil }
      if peek() == UInt8(ascii: "}") { break }
      guard peek() == UInt8(ascii: ",") else { return refuseInFlow(opener: start, after: entry.value) }
      at += 1
    }
    at += 1
    lastEnd = at
    return node(.mapping(list.entries), from: start)
  }

  private mutating func flowEntry(parent: Int, opener: Int) -> Entry? {
    let isQuoted = peek() == UInt8(ascii: "\"") || peek() == UInt8(ascii: "'")
    let start = at
    guard peek() != UInt8(ascii: "["), peek() != UInt8(ascii: "{") else {
      refuse(
        .unsupported, at..<at + 1, "Une clé ne peut pas être une liste ni un ensemble de clés",
        help: "donnez un nom simple à la clé")
      return nil
    }
    guard let key = isQuoted ? quotedScalar(parent: parent) : flowPlain(allowsFrenchColon: false),
      let scalar = key.scalar
    else { return nil }
    guard !bytes[start..<at].contains(where: \.isLineEnd) else {
      refuse(
        .syntax, start..<start + 1, "Une clé tient sur une ligne",
        help: "vérifiez les guillemets et les virgules")
      return nil
    }
    if scalar.text == "<<", !isQuoted {
      refuse(.unsupported, start..<at, "La clé de fusion « << » n’est pas admise", help: "recopiez les clés")
      return nil
    }
    if isQuoted {
      guard skipFlowSpace(parent: parent, opener: opener) else { return nil }
    } else {
      at = skipBlanks(from: at)
    }
    guard peek() == UInt8(ascii: ":") else {
      refuseMissingColon(key, scalar)
      return nil
    }
    let place = at + 1
    at += 1
    guard skipFlowSpace(parent: parent, opener: opener) else { return nil }
    guard peek() != UInt8(ascii: ","), peek() != UInt8(ascii: "}") else {
      return Entry(
        key: scalar.text, keyRange: key.location.range, value: Node(.empty, at: location(place..<place)))
    }
    guard let value = flowNode(parent: parent) else { return nil }
    return Entry(key: scalar.text, keyRange: key.location.range, value: value)
  }

  private mutating func refuseMissingColon(_ key: Node, _ scalar: Scalar) {
    let parts = scalar.text.split(separator: ":", maxSplits: 1)
    let help =
      parts.count == 2 && scalar.style == .plain
      ? "mettez une espace après les deux-points : « \(excerpt("\(parts[0]): \(parts[1])")) »"
      : "écrivez « \(excerpt(scalar.text)): … », ou vérifiez les virgules"
    refuse(
      .colon, key.location.range, "Il manque « : » et une valeur après « \(excerpt(scalar.text)) »",
      help: help)
  }

  // MARK: Plain scalars

  /// A plain scalar between flow tokens, on one line: in YAML it may go on over several, but here that is nearly
  /// always a comma forgotten. A French colon is text in a value; in a list or a key YAML makes a pair of it. Nil if
  /// it was refused.
  private mutating func flowPlain(allowsFrenchColon: Bool) -> Node? {
    let start = at
    guard startsPlain(at, inFlow: true) else {
      refuseFlowStart()
      return nil
    }
    var textEnd = start
    var i = start
    scan: while i < end {
      switch bytes[i] {
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), .lineFeed, .carriageReturn: break scan
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        refuse(
          .syntax, i..<i + 1, "« \(text(i..<i + 1)) » dans un texte sans guillemets",
          help: "mettez le texte entre guillemets : \(quoted(shown(start..<i, limit: 40) + "…"))")
        return nil
      case UInt8(ascii: "#") where bytes[i - 1].isBlank:
        guard isStuckHash(i) else { break scan }
        refuseStuckHash(i, from: start)
        return nil
      case UInt8(ascii: ":") where isGap(i + 1) || isFlowIndicator(byte(i + 1)):
        if !allowsFrenchColon || !isFrenchColon(i, lineStart: start, isFirst: true) { break scan }
        fallthrough
      default:
        if !bytes[i].isBlank { textEnd = i + 1 }
        i += 1
      }
    }
    at = textEnd
    lastEnd = textEnd
    return Node(.scalar(Scalar(text(start..<textEnd))), at: location(start..<textEnd))
  }

  private mutating func refuseFlowStart() {
    let character = text(at..<min(at + 1, end))
    switch peek() {
    case UInt8(ascii: ","):
      refuse(
        .syntax, at..<at + 1, "Une virgule sans rien avant elle",
        help: "retirez-la, ou écrivez \"\" pour rien")
    case UInt8(ascii: ":"):
      refuse(.syntax, at..<at + 1, "Il manque la clé avant les deux-points", help: "écrivez « clé: valeur »")
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      refuse(
        .syntax, at..<at + 1, "« \(character) » ne ferme rien ici",
        help: "vérifiez les crochets et les accolades")
    default:
      if !refuseIndicator() {
        refuse(
          .syntax, at..<at + 1, "Un texte sans guillemets ne peut pas commencer ici par « \(character) »",
          help: "mettez le texte entre guillemets")
      }
    }
  }

  // MARK: Between tokens

  /// Skips blanks, tabs, line ends and comments. False, after a report, where the collection ends unclosed.
  private mutating func skipFlowSpace(parent: Int, opener: Int) -> Bool {
    while at < end {
      let byte = bytes[at]
      if byte.isBlank {
        at += 1
      } else if byte.isLineEnd {
        at = startOfLine(after: at)
        guard entersFlowLine(parent: parent) else { break }
      } else if byte == UInt8(ascii: "#"), bytes[at - 1].isBlank || bytes[at - 1].isLineEnd {
        if isStuckHash(at), !beginsLine(at) {
          refuseStuckHash(at, from: at)
          return false
        }
        at = endOfLine(at)
      } else {
        return true
      }
    }
    refuse(
      .unclosed, opener..<opener + 1, "« \(text(opener..<opener + 1)) » n’est pas refermé",
      help: "ajoutez « \(bytes[opener] == UInt8(ascii: "[") ? "]" : "}") » après la dernière valeur")
    return false
  }

  private func beginsLine(_ i: Int) -> Bool {
    let before = bytes[..<i].last { !$0.isBlank }
    return before.map(\.isLineEnd) ?? true
  }

  private func entersFlowLine(parent: Int) -> Bool {
    let first = skipBlanks(from: at)
    guard first < end else { return true }
    switch bytes[first] {
    case .lineFeed, .carriageReturn, UInt8(ascii: "#"): return true
    case UInt8(ascii: "]"), UInt8(ascii: "}"): return true
    default: return first - at > parent && !isDocumentMarker(at)
    }
  }

  private mutating func refuseInFlow(opener: Int, after item: Node) -> Node? {
    let isList = bytes[opener] == UInt8(ascii: "[")
    if isList, peek() == UInt8(ascii: ":") {
      refuse(
        .unsupported, item.location.range.lowerBound..<at + 1, "Une clé dans une liste entre crochets",
        help: "mettez le texte entre guillemets, ou la paire entre accolades : [{ clé: valeur }]")
      return nil
    }
    let closer = isList ? "]" : "}"
    let notes = [Diagnostic.Note("ouvert ici", at: location(opener..<opener + 1))]
    if peek() == UInt8(ascii: ":") {
      let range = item.location.range.lowerBound..<at + 1
      refuse(
        .syntax, range, "Il manque une virgule dans « \(shown(range)) »",
        help: "séparez chaque valeur de la clé suivante par une virgule", notes: notes)
    } else if peek() == UInt8(ascii: "]") || peek() == UInt8(ascii: "}") {
      refuse(
        .syntax, at..<at + 1, "« \(text(at..<at + 1)) » referme « \(text(opener..<opener + 1)) »",
        help: "fermez avec « \(closer) »", notes: notes)
    } else {
      let word = at..<max(at + 1, wordEnd(at))
      refuse(
        .syntax, word, "Il manque une virgule avant « \(shown(word)) »",
        help: "écrivez « , » entre deux valeurs, ou « \(closer) » à la fin", notes: notes)
    }
    return nil
  }
}
