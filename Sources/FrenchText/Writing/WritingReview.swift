import Diagnostics

extension WritingFault {
  /// All faults in the text of a block, in order. The text is as `Typographer` wants it: as it was typed, with a U+FFFC
  /// for what is no prose.
  public static func all(in text: [UInt8]) -> [WritingFault] {
    var review = WritingReview(text)
    review.run()
    return review.faults
  }
}

/// One walk over the bytes of a block; only few of them can start a fault.
struct WritingReview {
  let text: [UInt8]
  let end: Int
  var faults: [WritingFault] = []
  var position = 0
  private var addresses: AddressFinder
  private var openGuillemets: [Int] = []

  init(_ text: [UInt8]) {
    self.text = text
    end = text.count
    addresses = AddressFinder(text, text.indices)
  }

  mutating func run() {
    while position < end {
      let start = position
      look(at: text[position])
      position = max(position, start + 1)
    }
    for offset in openGuillemets { add(.strayQuote, offset..<offset + 2, nil) }
    addStrayQuotes()
    faults.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
  }

  private mutating func look(at byte: UInt8) {
    switch byte {
    case 0x20, 0x09: reviewSpaces()
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"),
      UInt8(ascii: ":"):
      reviewMark()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): reviewNumber()
    case 0xC2: reviewGuillemet()
    case 0xE2: reviewEllipsis()
    default:
      if Letters.startsLetter(text, at: position, end: end) { reviewWord() }
    }
  }

  private mutating func reviewGuillemet() {
    guard position + 1 < end else { return }
    if text[position + 1] == 0xAB {
      openGuillemets.append(position)
    } else if text[position + 1] == 0xBB, openGuillemets.popLast() == nil {
      add(.strayQuote, position..<position + 2, nil)
    }
    position += 2
  }

  /// Whoever pairs quotes knows which are alone.
  private mutating func addStrayQuotes() {
    guard text.contains(UInt8(ascii: "\"")) else { return }
    for offset in Typographer.edits(in: text).strayQuotes { add(.strayQuote, offset..<offset + 1, nil) }
  }

  mutating func add(_ code: WritingCode, _ range: Range<Int>, _ replacement: String?) {
    let written = String(decoding: text[range], as: UTF8.self)
    faults.append(WritingFault(code: code, range: range, written: written, replacement: replacement))
  }

  mutating func isInAddress(_ index: Int) -> Bool { addresses.contains(index) }

  func byte(at index: Int) -> UInt8? { index >= 0 && index < end ? text[index] : nil }
}
