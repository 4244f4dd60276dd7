import Glibc

/// A colour of the sRGB space, 8 bits a channel, as style sheets write it.
public struct Color: Hashable, Sendable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8

  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// `0x18753C`.
  public init(_ hex: UInt32) {
    self.init(
      red: UInt8(truncatingIfNeeded: hex >> 16), green: UInt8(truncatingIfNeeded: hex >> 8),
      blue: UInt8(truncatingIfNeeded: hex))
  }

  /// `#18753c` or `#fff`; nil for any other text.
  public init?(css text: String) {
    var digits: [UInt32] = []
    for byte in text.utf8.dropFirst() {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      digits.append(UInt32(digit))
    }
    guard text.utf8.first == UInt8(ascii: "#"), [3, 6].contains(digits.count) else { return nil }
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    self.init(digits.reduce(0) { $0 << 4 | $1 })
  }

  /// `#18753c`, or `#fff` where three digits say the same.
  public var css: String {
    let digits = Array("0123456789abcdef".utf8)
    let channels = [red, green, blue]
    let short = channels.allSatisfy { $0 >> 4 == $0 & 15 }
    var text: [UInt8] = [UInt8(ascii: "#")]
    for channel in channels {
      text.append(digits[Int(channel >> 4)])
      if !short { text.append(digits[Int(channel & 15)]) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  public var linear: LinearColor {
    LinearColor(red: Self.expand(red), green: Self.expand(green), blue: Self.expand(blue))
  }

  /// Relative luminance of WCAG 2, from 0 to 1.
  public var luminance: Double {
    let light = linear
    return 0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue
  }

  /// Contrast ratio of WCAG 2, from 1 to 21.
  public func contrast(with other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static func expand(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
}

/// A colour as amounts of light, each from 0 to 1 inside sRGB.
public struct LinearColor: Hashable, Sendable {
  public var red: Double
  public var green: Double
  public var blue: Double

  public init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The nearest 8-bit colour, channels outside sRGB clamped.
  public var color: Color {
    Color(red: Self.compress(red), green: Self.compress(green), blue: Self.compress(blue))
  }

  private static func compress(_ value: Double) -> UInt8 {
    let clamped = min(max(value, 0), 1)
    let encoded = clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * pow(clamped, 1 / 2.4) - 0.055
    return UInt8((encoded * 255).rounded())
  }
}
