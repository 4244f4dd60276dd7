import Diagnostics

/// One walk over the bytes of a block. Most bytes ask for nothing and cost one test; the others are looked at by the
/// rules of the files beside this one.
struct TypographyPass: ~Copyable {
  let text: TypographyText
  var result = Typography()
  /// Where the next byte to look at is.
  var position: Int
  /// Bytes before this are spoken for by an earlier rule, whether it had to change them or not: a second walk over
  /// the result must decide alike.
  var claimed: Int
  /// Opening quotes without their partner yet, as indices of their edits.
  var openQuotes: [OpenQuote] = []
  /// How many « are open.
  var guillemetDepth = 0
  /// An opening dash without its partner yet.
  var openDash: OpenDash?
  /// Edits to forget: their partner never came.
  var dropped: [Int] = []
  var addresses: AddressFinder

  struct OpenQuote {
    let edit: Int
    let offset: Int
    let isInner: Bool
  }

  struct OpenDash {
    /// Nil when its space was right already.
    let edit: Int?
  }

  /// - Parameter first: where the first byte is that a rule may care for.
  init(_ text: [UInt8], _ range: Range<Int>, from first: Int) {
    self.text = TypographyText(bytes: text, start: range.lowerBound, end: range.upperBound)
    position = first
    claimed = range.lowerBound
    addresses = AddressFinder(range)
  }

  var start: Int { text.start }
  var end: Int { text.end }

  mutating func run() {
    while position < end {
      look(at: text[position])
      if position < end { position = Self.nextTrigger(in: text.bytes, position..<end) }
    }
    for quote in openQuotes {
      dropped.append(quote.edit)
      result.strayQuotes.append(quote.offset)
    }
    if let edit = openDash?.edit { dropped.append(edit) }
    forgetDropped()
  }

  /// Each rule moves past what it has looked at, at least one byte.
  private mutating func look(at byte: UInt8) {
    switch byte {
    case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"): setHighPunctuation()
    case UInt8(ascii: ":"): setColon()
    case UInt8(ascii: "\""): setStraightQuote()
    case UInt8(ascii: "'"): setApostrophe()
    case UInt8(ascii: "."): setDots()
    case UInt8(ascii: "%"): setSign(length: 1)
    case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"): setRomanOrdinal()
    case UInt8(ascii: "M"): setTitle()
    case 0xC2: lookAtLatin1()
    case 0xE2: lookAtPunctuation()
    default: setNumber()
    }
  }

  private mutating func lookAtLatin1() {
    switch text.byte(at: position + 1) {
    case 0xAB: setOpeningGuillemet()
    case 0xBB: setClosingGuillemet()
    case 0xB0: setNumero()
    default: position += 1
    }
  }

  private mutating func lookAtPunctuation() {
    switch (text.byte(at: position + 1), text.byte(at: position + 2)) {
    case (0x80, 0x93), (0x80, 0x94): setDash()
    case (0x80, 0xA6):
      endSentence(after: position + 3)
      position += 3
    case (0x80, 0xB0), (0x82, 0xAC): setSign(length: 3)
    default: position += 1
    }
  }

  static func nextTrigger(in text: [UInt8], _ range: Range<Int>) -> Int {
    text.withUnsafeBufferPointer {
      nextTrigger(in: UnsafeBufferPointer(rebasing: $0[..<range.upperBound]), from: range.lowerBound)
    }
  }

  /// Where the next byte is that a rule may care for; this is the walk that most text costs.
  static func nextTrigger(in bytes: UnsafeBufferPointer<UInt8>, from first: Int) -> Int {
    var i = first
    // Small letters, most of all text, are let off first.
    while i < bytes.count, bytes[i] &- 0x61 < 0x1F || !isTrigger(bytes[i]) { i += 1 }
    return i
  }

  /// `"` `%` `'` `.` digits `:` `;` `!` `?`, `I` `M` `V` `X`, and the first bytes of « » ° € ‰ – — ….
  @inline(__always)
  private static func isTrigger(_ byte: UInt8) -> Bool {
    // One bit for each of the 64 first, then the 64 next, code points.
    let low: UInt64 = 0x8FFF_40A6_0000_0000
    let high: UInt64 = 0x0000_0000_0140_2200
    if byte < 64 { return low &>> UInt64(byte) & 1 == 1 }
    if byte < 128 { return high &>> UInt64(byte &- 64) & 1 == 1 }
    return byte == 0xC2 || byte == 0xE2
  }

  /// Makes the white space of the range, possibly none, the given one.
  mutating func setSpace(_ range: Range<Int>, _ replacement: TypographicEdit.Replacement) {
    guard range.lowerBound >= claimed else { return }
    claimed = range.upperBound
    if range.isEmpty || !text.isAlready(replacement, range) { change(range, replacement) }
  }

  mutating func change(_ range: Range<Int>, _ replacement: TypographicEdit.Replacement) {
    claimed = max(claimed, range.upperBound)
    result.edits.append(TypographicEdit(range: range, replacement: replacement))
  }

  private mutating func forgetDropped() {
    if dropped.isEmpty { return }
    let dead = Set(dropped)
    result.edits = result.edits.indices.filter { !dead.contains($0) }.map { result.edits[$0] }
  }
}
