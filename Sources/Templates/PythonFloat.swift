/// Floating-point numbers as Python writes them: the shortest digits that read back the same, in plain notation from
/// 1e-4 up to 1e16.
enum PythonFloat {
  static func text(of value: Double) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    let shortest = value.description
    let magnitude = abs(value)
    // Swift's own notation differs from Python's only here.
    guard magnitude >= 1e16, magnitude < 1e17, !shortest.contains("e") else { return shortest }
    var digits = Array(shortest.utf8.prefix { $0 != UInt8(ascii: ".") })
    let sign = digits.first == UInt8(ascii: "-") ? "-" : ""
    if !sign.isEmpty { digits.removeFirst() }
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    let first = String(decoding: digits[..<1], as: UTF8.self)
    let rest = String(decoding: digits[1...], as: UTF8.self)
    return "\(sign)\(first)\(rest.isEmpty ? "" : "." + rest)e+16"
  }
}
