/// The bytes that parsers look for, by their names.
extension UInt8 {
  @inlinable public static var tab: UInt8 { UInt8(ascii: "\t") }
  @inlinable public static var lineFeed: UInt8 { UInt8(ascii: "\n") }
  @inlinable public static var carriageReturn: UInt8 { UInt8(ascii: "\r") }
  @inlinable public static var space: UInt8 { UInt8(ascii: " ") }

  public var isASCIIDigit: Bool { self &- 0x30 < 10 }
  public var isASCIIUppercase: Bool { self &- 0x41 < 26 }
  public var isASCIILowercase: Bool { self &- 0x61 < 26 }
  public var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// Space or tab.
  public var isBlank: Bool { self == .space || self == .tab }
  public var isLineEnd: Bool { self == .lineFeed || self == .carriageReturn }
}

extension Bool {
  /// 1 or 0. A loop that only gathers such bits, without a branch or a way out, is compiled to look at sixteen bytes at
  /// a time: the cheapest way to learn that a text holds nothing of a kind.
  @inlinable @inline(__always)
  public var bit: UInt8 { self ? 1 : 0 }
}
