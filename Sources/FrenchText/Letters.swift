import Diagnostics

/// What is a letter in UTF-8, as far as French prose needs to know.
enum Letters {
  /// Whether a letter beyond ASCII starts at an offset: U+00C0 to U+024F but × and ÷, Greek, Cyrillic, and what
  /// lies between.
  static func startsNonASCIILetter(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    guard index + 1 < end else { return false }
    switch bytes[index] {
    case 0xC3: return bytes[index + 1] != 0x97 && bytes[index + 1] != 0xB7
    case 0xC4...0xD4: return true
    default: return false
    }
  }

  /// The same, in a walk over all of a text.
  @inline(__always)
  static func startsNonASCIILetter(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    let (first, second) = (bytes[index], bytes[index + 1])
    return first == 0xC3 ? second != 0x97 && second != 0xB7 : first >= 0xC4 && first <= 0xD4
  }

  /// Whether a letter, of ASCII or beyond, ends just before an offset.
  static func endsLetter(_ bytes: [UInt8], before index: Int, start: Int = 0) -> Bool {
    guard index > start else { return false }
    let last = bytes[index - 1]
    if last.isASCIILetter { return true }
    guard last & 0xC0 == 0x80, index - 2 >= start else { return false }
    return startsNonASCIILetter(bytes, index - 2, index)
  }

  /// Whether a letter, of ASCII or beyond, starts at an offset.
  static func startsLetter(_ bytes: [UInt8], at index: Int, end: Int) -> Bool {
    guard index < end else { return false }
    return bytes[index].isASCIILetter || startsNonASCIILetter(bytes, index, end)
  }
}

extension Letters {
  /// Whether a capital beyond ASCII starts at an offset: À to Þ but ×, and Œ, Ÿ.
  static func startsCapital(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    guard index + 1 < end else { return false }
    switch bytes[index] {
    case 0xC3: return (0x80...0x9E).contains(bytes[index + 1]) && bytes[index + 1] != 0x97
    case 0xC5: return bytes[index + 1] == 0x92 || bytes[index + 1] == 0xB8
    default: return false
    }
  }
}

extension Letters {
  /// The scalar that starts at an offset, and how many bytes it takes; U+FFFD for bytes that are no UTF-8.
  static func scalar(_ bytes: ArraySlice<UInt8>, at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    // Accented letters, two bytes from C2 80 to DF BF.
    if first >= 0xC2, first < 0xE0, index + 1 < bytes.endIndex, bytes[index + 1] & 0xC0 == 0x80,
      let scalar = Unicode.Scalar(UInt32(first & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F))
    {
      return (scalar, 2)
    }
    var rest = bytes[index...].makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    switch parser.parseScalar(from: &rest) {
    case .valid(let encoded): return (Unicode.UTF8.decode(encoded), encoded.count)
    case .error(let length): return ("\u{FFFD}", length)
    case .emptyInput: return ("\u{FFFD}", 1)
    }
  }
}
