import Glibc

/// `abs`, `int`, `float`, `round`, `sum`.
enum NumberFilters {
  static func apply(_ filter: LanguageFilter, _ value: Value, _ arguments: [Value?]) throws(Complaint)
    -> Value
  {
    switch filter {
    case .abs: return try abs(value)
    case .int: return try int(value, arguments)
    case .float: return float(value, arguments)
    case .round: return try round(value, arguments)
    default: return try sum(value, arguments)
    }
  }

  private static func abs(_ value: Value) throws(Complaint) -> Value {
    if let number = value.integer { return number < 0 ? try value.negated() : .int(number) }
    if case .double(let number) = value { return .double(Swift.abs(number)) }
    throw Complaint(.wrongType, "« abs » attend un nombre, pas \(value.kindName)")
  }

  private static func sum(_ value: Value, _ arguments: [Value?]) throws(Complaint) -> Value {
    let path = try AttributePath(Filters.given(arguments, 0) ?? .none)
    var total = arguments.count > 1 ? arguments[1] ?? .int(0) : .int(0)
    if total.isText { throw Complaint(.badArgument, "« sum » part d’un nombre, pas d’un texte") }
    for item in try value.items() {
      guard let part = try path.value(in: item, .none) else {
        throw Complaint(
          .unknownAttribute, "Un élément n’a pas ce membre", help: "donnez-le à tous les éléments")
      }
      total = try Value.compute(.add, total, part)
    }
    return total
  }

  // MARK: Conversions

  private static func int(_ value: Value, _ arguments: [Value?]) throws(Complaint) -> Value {
    let fallback = (arguments.first ?? nil) ?? .int(0)
    let base = try Filters.integer(arguments, 1, default: 10)
    if let number = value.integer { return .int(number) }
    if let text = value.text {
      if let number = integer(text, base: base) { return .int(number) }
      guard let number = number(text) else { return fallback }
      return truncated(number) ?? fallback
    }
    guard case .double(let number) = value else { return fallback }
    return truncated(number) ?? fallback
  }

  private static func truncated(_ number: Double) -> Value? {
    Int(exactly: number.rounded(.towardZero)).map { .int($0) }
  }

  private static func float(_ value: Value, _ arguments: [Value?]) -> Value {
    let fallback = (arguments.first ?? nil) ?? .double(0)
    if let number = value.number { return .double(number) }
    guard let text = value.text, let number = number(text) else { return fallback }
    return .double(number)
  }

  /// Python's `int(text, base)`.
  private static func integer(_ text: String, base: Int) -> Int? {
    guard (2...36).contains(base) || base == 0 else { return nil }
    var digits = TextRules.trimmed(text)
    var sign = ""
    if let first = digits.unicodeScalars.first, first == "-" || first == "+" {
      sign = first == "-" ? "-" : ""
      digits.unicodeScalars.removeFirst()
    }
    var base = base
    let prefixes: [(String, Int)] = [("0x", 16), ("0o", 8), ("0b", 2)]
    for (prefix, radix) in prefixes
    where (base == radix || base == 0) && digits.lowercased().hasPrefix(prefix) {
      base = radix
      digits = String(digits.dropFirst(2))
      if digits.hasPrefix("_") { digits = String(digits.dropFirst()) }
      break
    }
    guard let plain = withoutSeparators(digits) else { return nil }
    return Int(sign + plain, radix: base == 0 ? 10 : base)
  }

  /// Digits may be parted by single `_`.
  private static func withoutSeparators(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "_")) else {
      return text.utf8.first.map { $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") } == true ? text : nil
    }
    guard !text.hasPrefix("_"), !text.hasSuffix("_"), !text.contains("__") else { return nil }
    return String(text.filter { $0 != "_" })
  }

  /// Python's `float(text)`.
  static func number(_ text: String) -> Double? {
    let trimmed = TextRules.trimmed(text)
    let bare = trimmed.lowercased().drop { $0 == "+" || $0 == "-" }
    if ["inf", "infinity"].contains(bare) { return trimmed.hasPrefix("-") ? -.infinity : .infinity }
    if bare == "nan" { return .nan }
    guard !trimmed.isEmpty, trimmed.utf8.allSatisfy({ isPartOfNumber($0) }) else { return nil }
    var plain = trimmed
    if trimmed.utf8.contains(UInt8(ascii: "_")) {
      let bytes = Array(trimmed.utf8)
      for place in bytes.indices where bytes[place] == UInt8(ascii: "_") {
        let isBetween =
          place > 0 && place + 1 < bytes.count && bytes[place - 1] &- 0x30 < 10
          && bytes[place + 1] &- 0x30 < 10
        guard isBetween else { return nil }
      }
      plain = String(decoding: bytes.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    }
    if plain.hasPrefix("+") {
      plain.removeFirst()
      guard let first = plain.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-") else {
        return nil
      }
    }
    if plain.hasPrefix(".") { plain = "0" + plain }
    if plain.hasPrefix("-.") { plain = "-0" + plain.dropFirst() }
    if let point = plain.firstIndex(of: "."), plain.index(after: point) == plain.endIndex { plain += "0" }
    plain = plain.split(separator: ".e", omittingEmptySubsequences: false).joined(separator: ".0e")
    return Double(plain)
  }

  private static func isPartOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"),
      UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  // MARK: Rounding

  private static func round(_ value: Value, _ arguments: [Value?]) throws(Complaint) -> Value {
    let precision = try Filters.integer(arguments, 0, default: 0)
    let method = try Filters.text(arguments, 1, default: "common")
    guard let number = value.number else {
      throw Complaint(
        .wrongType, "« round » attend un nombre, pas \(value.kindName)",
        help: "convertissez-le par « |float »")
    }
    switch method {
    case "common":
      if let integer = value.integer { return .int(try rounded(integer, precision)) }
      return .double(rounded(number, precision))
    case "ceil", "floor":
      guard let scale = FloatingPower.power(10, Double(precision)), scale > 0 else {
        throw Complaint(.badArgument, "Cette précision est hors des bornes")
      }
      let scaled = number * scale
      return .double((method == "ceil" ? scaled.rounded(.up) : scaled.rounded(.down)) / scale)
    default:
      throw Complaint(
        .badArgument, "« \(method) » n’est pas une façon d’arrondir", help: "ce sont : common, ceil, floor")
    }
  }

  /// An integer to a power of ten, ties to even, as Python does.
  private static func rounded(_ number: Int, _ precision: Int) throws(Complaint) -> Int {
    guard precision < 0 else { return number }
    guard precision > -19 else { return 0 }
    var unit = 1
    for _ in 0..<(-precision) { unit *= 10 }
    var (quotient, rest) = number.quotientAndRemainder(dividingBy: unit)
    if rest < 0 {
      rest += unit
      quotient -= 1
    }
    let half = unit / 2
    if rest > half || (rest == half && quotient % 2 != 0) { quotient += 1 }
    let (result, overflow) = quotient.multipliedReportingOverflow(by: unit)
    guard !overflow else { throw Complaint(.wrongType, "Le résultat est trop grand") }
    return result
  }

  /// The decimal number nearest to the exact binary value, ties to even: what the C library prints.
  static func rounded(_ number: Double, _ precision: Int) -> Double {
    guard number.isFinite else { return number }
    if precision > 323 { return number }
    if precision < -308 { return number < 0 ? -0.0 : 0.0 }
    if precision >= 0 { return Double(formatted(number, precision)) ?? number }
    guard let scale = FloatingPower.power(10, Double(-precision)) else { return number }
    return (number / scale).rounded(.toNearestOrEven) * scale
  }

  /// The number with so many digits after the point.
  static func formatted(_ number: Double, _ precision: Int) -> String {
    var buffer = [CChar](repeating: 0, count: 400 + max(0, precision))
    let count = buffer.count
    let length = withVaList([Int32(clamping: max(0, precision)), number]) {
      vsnprintf(&buffer, count, "%.*f", $0)
    }
    return String(decoding: buffer.prefix(max(0, Int(length))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
