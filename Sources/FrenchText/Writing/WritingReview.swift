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
struct WritingReview: ~Copyable {
  let text: [UInt8]
  let end: Int
  var faults: [WritingFault] = []
  var position = 0
  private var addresses: AddressFinder
  private var openGuillemets: [Int] = []
  private var hasStraightQuote = false

  init(_ text: [UInt8]) {
    self.text = text
    end = text.count
    addresses = AddressFinder(text.indices)
  }

  mutating func run() {
    while true {
      position = text.withUnsafeBufferPointer { Self.nextSuspect(in: $0, from: position) }
      guard position < end else { break }
      let start = position
      look(at: text[position])
      position = max(position, start + 1)
    }
    for offset in openGuillemets { add(.strayQuote, offset..<offset + 2, nil) }
    if hasStraightQuote { addStrayQuotes() }
    guard faults.count > 1 else { return }
    faults.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
  }

  /// Where the next word, space or mark is that must be looked at. Most text is words of small letters without « oe »,
  /// and single spaces between them: this walk, from the start of a word or a mark, lets them off.
  private static func nextSuspect(in text: UnsafeBufferPointer<UInt8>, from first: Int) -> Int {
    var i = first
    while i < text.count {
      let byte = text[i]
      if byte.isASCIILowercase {
        if byte == UInt8(ascii: "e"), i > first, text[i - 1] | 0x20 == UInt8(ascii: "o") {
          return startOfWord(text, i - 1, from: first)
        }
        i += 1
      } else if byte == .space {
        guard isPlainSpace(text, i) else { return i }
        i += 1
      } else if byte >= 0x80 {
        guard Letters.startsNonASCIILetter(text, i) else { return i }
        i += 2
      } else {
        // A capital inside a word begins nothing.
        guard byte.isASCIIUppercase, startOfWord(text, i, from: first) < i else { return i }
        i += 1
      }
    }
    return i
  }

  /// A space alone, between what may be two words.
  @inline(__always)
  private static func isPlainSpace(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    guard i > 0, i + 1 < text.count else { return false }
    let (before, after) = (text[i - 1], text[i + 1])
    return before != UInt8(ascii: "(") && before != UInt8(ascii: "[")
      && (after.isASCIILetter || after >= 0x80)
  }

  /// The start of the word that goes on at an offset, no earlier than a place where one may begin.
  private static func startOfWord(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, from first: Int) -> Int {
    var i = index
    while i > first {
      if text[i - 1].isASCIILetter {
        i -= 1
      } else if i - 2 >= first, text[i - 1] & 0xC0 == 0x80, Letters.startsNonASCIILetter(text, i - 2) {
        i -= 2
      } else {
        break
      }
    }
    return i
  }

  private mutating func look(at byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): hasStraightQuote = true
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
    position += text[position + 1] & 0xC0 == 0x80 ? 2 : 1
  }

  /// Whoever pairs quotes knows which are alone.
  private mutating func addStrayQuotes() {
    for offset in Typographer.edits(in: text).strayQuotes { add(.strayQuote, offset..<offset + 1, nil) }
  }

  mutating func add(_ code: WritingCode, _ range: Range<Int>, _ replacement: String?) {
    let written = String(decoding: text[range], as: UTF8.self)
    faults.append(WritingFault(code: code, range: range, written: written, replacement: replacement))
  }

  mutating func isInAddress(_ index: Int) -> Bool { addresses.contains(index, of: text) }

  func byte(at index: Int) -> UInt8? { index >= 0 && index < end ? text[index] : nil }
}
