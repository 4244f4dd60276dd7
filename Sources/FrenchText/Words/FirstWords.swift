import Diagnostics

extension SearchFold {
  /// The words of a text as `letters` folds them, those of three letters or more, each once where it first stands.
  public static func firstWords(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var folded = letters(text)
    // Eight bytes are looked at together: there are as many after the last letter, and every word has its space.
    for _ in 0..<FirstWords.step { folded.append(.space) }
    var words = FirstWords(textCount: folded.count)
    words.keepAll(of: folded.span.bytes)
    return words.kept
  }
}

/// The words of a folded text, found again by open addressing over a multiplicative hash (D. E. Knuth, « The Art of
/// Computer Programming », 6.4).
private struct FirstWords {
  static let step = 8

  /// Where each word kept stands, counted from one; 0 for none. One slot for three bytes of text and more: never full, as
  /// a word takes three and its space.
  private var slots: [UInt32]
  private let slotShift: Int
  /// The words kept, each with a space after it.
  private var words: [UInt8]
  private var count = 0

  init(textCount: Int) {
    var bits = 4
    while 1 << bits < textCount / 3 { bits += 1 }
    slots = Array(repeating: 0, count: 1 << bits)
    slotShift = 64 - bits
    words = Array(repeating: 0, count: textCount)
  }

  /// What was kept, without the last space.
  var kept: [UInt8] { Array(words.prefix(max(0, count - 1))) }

  /// Folded text has one plain space between words and nothing else but letters and digits.
  mutating func keepAll(of text: borrowing RawSpan) {
    var read = 0
    while read < text.byteCount - Self.step {
      let start = read
      var hash: UInt64 = 0
      var letters = Self.letters(text, read)
      var length = Self.lengthOfWord(letters)
      while length == Self.step {
        hash = Self.mixed(hash, letters)
        read += Self.step
        letters = Self.letters(text, read)
        length = Self.lengthOfWord(letters)
      }
      hash = Self.mixed(hash, letters & Self.mask(length))
      read += length + 1
      if read - start > 3 { keep(text, start..<read, hash) }
    }
  }

  /// Keeps a word, given with its space, if it is met for the first time.
  @inline(__always)
  private mutating func keep(_ text: borrowing RawSpan, _ word: Range<Int>, _ hash: UInt64) {
    var slot = Int(hash >> UInt64(slotShift))
    while slots[slot] != 0 {
      if isKept(text, word, at: Int(slots[slot]) - 1) { return }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(truncatingIfNeeded: count + 1)
    var place = count
    var span = words.mutableSpan
    var bytes = span.mutableBytes
    for start in stride(from: word.lowerBound, to: word.upperBound, by: Self.step) {
      bytes.storeBytes(of: Self.letters(text, start).littleEndian, toByteOffset: place, as: UInt64.self)
      place += Self.step
    }
    count += word.count
  }

  @inline(__always)
  private func isKept(_ text: borrowing RawSpan, _ word: Range<Int>, at known: Int) -> Bool {
    let bytes = words.span.bytes
    var (place, left) = (0, word.count)
    while left > 0 {
      let difference =
        Self.letters(text, word.lowerBound + place) ^ Self.letters(bytes, known + place)
      guard difference & Self.mask(left) == 0 else { return false }
      place += Self.step
      left -= Self.step
    }
    return true
  }

  @inline(__always)
  private static func letters(_ text: borrowing RawSpan, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: text.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// How many letters stand before the first space; eight when there is none.
  @inline(__always)
  private static func lengthOfWord(_ letters: UInt64) -> Int {
    // Of bytes that are zero where spaces were, the lowest one sets its high bit (H. S. Warren, « Hacker’s Delight », 6-1).
    let bytes = letters ^ 0x2020_2020_2020_2020
    return ((bytes &- 0x0101_0101_0101_0101) & ~bytes & 0x8080_8080_8080_8080).trailingZeroBitCount / 8
  }

  /// The first letters of eight.
  @inline(__always)
  private static func mask(_ count: Int) -> UInt64 { count < step ? 1 &<< UInt64(8 * count) &- 1 : .max }

  @inline(__always)
  private static func mixed(_ hash: UInt64, _ letters: UInt64) -> UInt64 {
    (hash ^ letters) &* 0x9E37_79B9_7F4A_7C15
  }
}
