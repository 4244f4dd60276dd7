import Diagnostics

/// Flow style, which JSON is a part of (YAML 1.2.2, chapter 7). Lines after the first are indented more than `parent`,
/// except one that closes a bracket, so that an unclosed bracket does not swallow what follows.
extension YAMLParser {
  /// The flow node at the cursor; ends right after it. Nil if it was refused.
  mutating func flowNode(parent: Int) -> Node? {
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
    default: return flowPlain(parent: parent, isKey: false)
    }
  }

  private mutating func flowSequence(parent: Int) -> Node? {
    let start = at
    var items: [Node] = []
    at += 1
    while true {
      guard skipFlowSpace(parent: parent, opener: start) else { return nil }
      if peek() == UInt8(ascii: "]") { break }
      guard let item = flowNode(parent: parent) else { return nil }
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
    guard let key = isQuoted ? quotedScalar(parent: parent) : flowPlain(parent: parent, isKey: true),
      let scalar = key.scalar
    else { return nil }
    guard !bytes[start..<at].contains(where: \.isLineEnd) else {
      refuse(
        .syntax, start..<start + 1, "Une clé tient sur une ligne",
        help: "vérifiez les guillemets et les virgules")
      return nil
    }
    if scalar.text == "<<", !isQuoted {
      refuse(.unsupported, start..<at, "La clé de fusion « << » n'est pas admise", help: "recopiez les clés")
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
        key: scalar.text, keyLocation: key.location, value: Node(.empty, at: location(place..<place)))
    }
    guard let value = flowNode(parent: parent) else { return nil }
    return Entry(key: scalar.text, keyLocation: key.location, value: value)
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

  /// A plain scalar between flow tokens, on one line or several. Nil if it was refused.
  mutating func flowPlain(parent: Int, isKey: Bool) -> Node? {
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
        if isKey || !isFrenchColon(i, lineStart: start, isFirst: true) { break scan }
        fallthrough
      default:
        if !bytes[i].isBlank { textEnd = i + 1 }
        i += 1
      }
    }
    at = textEnd
    lastEnd = textEnd
    // Text goes on over lines in YAML; here that is nearly always a comma forgotten, so it is not taken.
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
      .unclosed, opener..<opener + 1, "« \(text(opener..<opener + 1)) » n'est pas refermé",
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
    if peek() == UInt8(ascii: ":") {
      refuse(
        .unsupported, item.location.range.lowerBound..<at + 1, "Une clé dans une liste entre crochets",
        help: "mettez la paire entre accolades : [{ clé: valeur }], ou le texte entre guillemets")
      return nil
    }
    let isList = bytes[opener] == UInt8(ascii: "[")
    let wrong = peek() == UInt8(ascii: "]") || peek() == UInt8(ascii: "}")
    refuse(
      .syntax, at..<at + 1,
      wrong
        ? "« \(text(at..<at + 1)) » referme « \(text(opener..<opener + 1)) »" : "Il manque une virgule ici",
      help: wrong
        ? "fermez avec « \(isList ? "]" : "}") »"
        : "écrivez « , » entre deux valeurs, ou « \(isList ? "]" : "}") » à la fin",
      notes: [.init("ouvert ici", at: location(opener..<opener + 1))])
    return nil
  }
}
