import Diagnostics

/// Block style: structure by indentation (YAML 1.2.2, chapter 8).
extension YAMLParser {
  /// The node at the cursor, which stands at a column greater than `parent`.
  mutating func blockNode(parent: Int) -> Node {
    guard depth < Self.maximalDepth else { return tooDeep(parent: parent) }
    depth += 1
    defer { depth -= 1 }
    if isDash() { return blockSequence() }
    if refuseIndicator() { return abandon(from: at, parent: parent) }
    if scanKey() != nil || isKeyForgotten() { return blockMapping() }
    return inlineValue(parent: parent)
  }

  /// A text with a key right below it was to be a key too (as a text it would be refused).
  private mutating func isKeyForgotten() -> Bool {
    guard startsPlain(at, inFlow: false) else { return false }
    let own = column
    let (start, base) = (at, lineBase)
    defer { (at, lineBase) = (start, base) }
    let line = startOfLine(after: at)
    let first = skipBlanks(from: line)
    guard first < end, first - line == own, !bytes[line..<first].contains(.tab), !isDocumentMarker(line)
    else {
      return false
    }
    at = first
    guard let key = scanKey() else { return false }
    return !isFrenchColon(key.colon, lineStart: first, isFirst: false)
  }

  private mutating func tooDeep(parent: Int) -> Node {
    refuse(
      .tooDeep, at..<at + 1, "Il y a plus de \(Self.maximalDepth) niveaux les uns dans les autres",
      help: "vérifiez l’indentation et les crochets")
    return abandon(from: at, parent: parent)
  }

  /// A value that begins on this line and is no block collection.
  mutating func inlineValue(parent: Int) -> Node {
    let start = at
    let value: Node?
    switch peek() {
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      return blockScalar(parent: parent) ?? abandon(from: start, parent: parent)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): value = quotedScalar(parent: parent)
    case UInt8(ascii: "["), UInt8(ascii: "{"): value = flowNode(parent: parent)
    default: return blockPlain(parent: parent) ?? abandon(from: start, parent: parent)
    }
    guard let value else { return abandon(from: start, parent: parent) }
    let stop = at
    if finishLine() { return value }
    refuseRest(after: stop, of: start, value)
    return abandon(from: start, parent: parent)
  }

  private mutating func refuseRest(after stop: Int, of start: Int, _ value: Node) {
    let next = skipBlanks(from: stop)
    var lineEnd = endOfLine(next)
    while lineEnd > next, bytes[lineEnd - 1].isBlank { lineEnd -= 1 }
    let isText = value.scalar != nil
    if byte(next) == UInt8(ascii: ":"), isGap(next + 1), !isText {
      return refuse(
        .unsupported, start..<stop, "Une clé ne peut pas être une liste ni un ensemble de clés",
        help: "donnez un nom simple à la clé, ou mettez tout entre guillemets")
    }
    let help =
      isText
      ? "mettez tout le texte entre guillemets : \(requoted(start..<lineEnd))"
      : "passez à la ligne, ou mettez tout le texte entre guillemets"
    refuse(
      .syntax, next..<lineEnd,
      "Texte en trop après \(isText ? "le guillemet fermant" : "le crochet fermant")",
      help: help)
  }

  /// The quoted form of a text whose own quotes were taken for its end: `'l'école'`, `"Bilan" de l'année`.
  private func requoted(_ range: Range<Int>) -> String {
    let isEnclosed = range.count > 2 && bytes[range.lowerBound] == bytes[range.upperBound - 1]
    return quoted(shown(isEnclosed ? range.lowerBound + 1..<range.upperBound - 1 : range, limit: 80))
  }

  // MARK: Sequences

  func isDash() -> Bool { peek() == UInt8(ascii: "-") && isGap(at + 1) }

  mutating func blockSequence() -> Node {
    let start = at
    let own = column
    var items: [Node] = []
    while at < end, column == own, isDash() {
      items.append(sequenceItem(own: own))
      _ = skipStray(own: own, "Cet élément de liste n’est pas aligné avec les autres")
    }
    return node(.sequence(items), from: start)
  }

  private mutating func sequenceItem(own: Int) -> Node {
    let dash = at
    lastEnd = at + 1
    at = skipBlanks(from: at + 1)
    if refuseHash(after: dash) { return abandon(from: dash, parent: own) }
    if peek() == UInt8(ascii: "#") || isGap(at) {
      return nextLineValue(parent: own, isEmpty: dash + 1, sequence: false)
    }
    if bytes[dash..<at].contains(.tab), isDash() || scanKey() != nil {
      refuse(.tab, dash + 1..<at, "Une tabulation suit le tiret", help: "mettez une espace à sa place")
      return abandon(from: dash, parent: own)
    }
    return blockNode(parent: own)
  }

  // MARK: Mappings

  mutating func blockMapping() -> Node {
    let start = at
    let own = column
    var list = EntryList()
    while at < end, column == own {
      add(mappingEntry(own: own), to: &list)
      // What was indented by mistake may hold keys that are not missing.
      if let stray = skipStray(own: own, "Cette ligne n’est alignée avec aucune clé au-dessus d’elle") {
        if list.entry(named: stray.key) == nil { list.append(stray) }
      }
    }
    return node(.mapping(list.entries), from: start)
  }

  mutating func add(_ entry: consuming Entry, to list: inout EntryList) {
    guard let first = list.entry(named: entry.key) else { return list.append(entry) }
    diagnostics.append(
      .duplicateKey(entry.key, at: entry.keyLocation, first: first.key, firstAt: first.keyLocation))
  }

  private mutating func mappingEntry(own: Int) -> Entry {
    let start = at
    guard !isDash() else {
      refuse(
        .syntax, at..<at + 1, "Un élément de liste parmi des clés",
        help: "écrivez d’abord la clé de la liste, puis ses éléments, un par ligne après « - »")
      return brokenEntry(parent: own)
    }
    guard !refuseIndicator() else { return brokenEntry(parent: own) }
    guard let key = scanKey() else {
      refuseKeylessLine()
      return brokenEntry(parent: own)
    }
    lastEnd = key.colon + 1
    if key.text == "<<", byte(start) == UInt8(ascii: "<") {
      refuse(.unsupported, key.range, "La clé de fusion « << » n’est pas admise", help: "recopiez les clés")
      return Entry(key: key.text, keyRange: key.range, value: abandon(from: start, parent: own))
    }
    at = skipBlanks(from: key.colon + 1)
    return Entry(key: key.text, keyRange: key.range, value: mappingValue(own: own, colon: key.colon))
  }

  private mutating func mappingValue(own: Int, colon: Int) -> Node {
    if refuseHash(after: colon) { return abandon(from: colon, parent: own) }
    if peek() == UInt8(ascii: "#") || isGap(at) {
      return nextLineValue(parent: own, isEmpty: colon + 1, sequence: true)
    }
    if isDash() {
      refuse(
        .syntax, at..<at + 1, "Une liste commence sur la ligne de sa clé",
        help: "passez à la ligne avant le premier « - », ou écrivez [un, deux]")
      return abandon(from: colon, parent: own)
    }
    if refuseIndicator() { return abandon(from: colon, parent: own) }
    return inlineValue(parent: own)
  }

  /// The value that stands on the lines after a key or a dash, or the absence of one. Under a key, a list may stand
  /// at the column of the key itself.
  private mutating func nextLineValue(parent: Int, isEmpty place: Int, sequence: Bool) -> Node {
    at = startOfLine(after: at)
    enterLine()
    if at < end, column > parent { return blockNode(parent: parent) }
    if sequence, at < end, column == parent, isDash() { return blockSequence() }
    return Node(.empty, at: location(place..<place))
  }

  /// Lines deeper than the collection they follow belong to nothing.
  private mutating func skipStray(own: Int, _ message: String) -> Entry? {
    guard at < end, column > own else { return nil }
    // The tab was said to be wrong: the line may well be right without it.
    if isIndentedByTab { return brokenEntry(parent: own) }
    refuse(
      .indentation, at..<endOfLine(at), message,
      help: own == 0
        ? "commencez-la au bord de la page, ou alignez-la avec les clés de même rang"
        : "alignez-la avec ses voisines : \(own) espace\(own > 1 ? "s" : "") avant le premier signe")
    return brokenEntry(parent: own)
  }

  // MARK: Faults

  /// A line without a usable key: its first word stands in for it, so that nobody reports that word as missing too.
  private mutating func brokenEntry(parent: Int) -> Entry {
    let start = at
    var stop = at
    while !isGap(stop), bytes[stop] != UInt8(ascii: ":") { stop += 1 }
    let key = text(start..<stop)
    return Entry(key: key, keyRange: start..<stop, value: abandon(from: start, parent: parent))
  }

  private func noBreakSpaceAfterColon(_ line: Range<Int>) -> Range<Int>? {
    guard let colon = bytes[line].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    return noBreakSpaceWidth(colon + 1).map { colon + 1..<colon + 1 + $0 }
  }

  private func afterNoBreakSpaces(_ start: Int, _ stop: Int) -> Int {
    var next = start
    while next < stop {
      guard let width = noBreakSpaceWidth(next) ?? (bytes[next].isBlank ? 1 : nil) else { break }
      next += width
    }
    return min(next, stop)
  }

  private func noBreakSpaceWidth(_ start: Int) -> Int? {
    let after = bytes[min(start, end)..<end]
    if after.starts(with: [0xC2, 0xA0]) { return 2 }
    return after.starts(with: [0xE2, 0x80, 0xAF]) ? 3 : nil
  }

  private func endBeforeComment(_ start: Int) -> Int {
    let line = start..<trimmedLineEnd(start)
    var stop =
      line.first { bytes[$0].isBlank && $0 + 1 < line.upperBound && bytes[$0 + 1] == UInt8(ascii: "#") }
      ?? line.upperBound
    while stop > start, bytes[stop - 1].isBlank { stop -= 1 }
    return stop
  }

  private mutating func refuseKeylessLine() {
    let stop = endBeforeComment(at)
    if let width = noBreakSpaceWidth(at) {
      return refuse(
        .colon, at..<at + width, "L’espace au début de la ligne est insécable",
        help: "remplacez-la par une espace ordinaire : « \(shown(afterNoBreakSpaces(at, stop)..<stop)) »")
    }
    if let space = noBreakSpaceAfterColon(at..<stop) {
      let mended = "\(shown(at..<space.lowerBound)) \(shown(space.upperBound..<stop))"
      return refuse(
        .colon, space, "L’espace après les deux-points est insécable",
        help: "remplacez-la par une espace ordinaire : « \(mended) »")
    }
    if let colon = bytes[at..<stop].firstIndex(of: UInt8(ascii: ":")), colon > at {
      return refuse(
        .colon, colon..<colon + 1, "Il manque une espace après les deux-points",
        help: "écrivez « \(shown(at..<colon)): \(shown(colon + 1..<stop)) »")
    }
    refuse(
      .colon, at..<stop, "Il manque « : » après la clé",
      help: "écrivez « \(shown(at..<wordEnd(at))): … »")
  }
}
