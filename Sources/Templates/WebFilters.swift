import Diagnostics

/// `urlencode`, `xmlattr`, `striptags`.
enum WebFilters {
  static func apply(_ filter: LanguageFilter, _ value: Value, _ arguments: [Value?]) throws(Complaint)
    -> Value
  {
    switch filter {
    case .urlencode: return try encoded(value)
    case .xmlattr: return try attributes(value, arguments)
    default: return .string(TagStripper.text(of: try value.asText()))
    }
  }

  private static func encoded(_ value: Value) throws(Complaint) -> Value {
    var bytes: [UInt8] = []
    let pairs: [Value]
    switch value {
    case .map(let map): pairs = map.pairs
    case .list(let items): pairs = items
    default:
      appendQuoted(try value.asText(), isQuery: false, to: &bytes)
      return .string(String(decoding: bytes, as: UTF8.self))
    }
    for (place, pair) in pairs.enumerated() {
      let halves = try pair.items()
      guard halves.count == 2 else { throw Complaint(.wrongType, "« urlencode » attend des paires") }
      if place > 0 { bytes.append(UInt8(ascii: "&")) }
      appendQuoted(try halves[0].asText(), isQuery: true, to: &bytes)
      bytes.append(UInt8(ascii: "="))
      appendQuoted(try halves[1].asText(), isQuery: true, to: &bytes)
    }
    return .string(String(decoding: bytes, as: UTF8.self))
  }

  private static func appendQuoted(_ text: String, isQuery: Bool, to bytes: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      switch byte {
      case _ where byte.isASCIILetter || byte.isASCIIDigit: bytes.append(byte)
      case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "~"): bytes.append(byte)
      case UInt8(ascii: "/") where !isQuery: bytes.append(byte)
      case .space where isQuery: bytes.append(UInt8(ascii: "+"))
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
  }

  private static func attributes(_ value: Value, _ arguments: [Value?]) throws(Complaint) -> Value {
    guard case .map(let map) = value else {
      throw Complaint(.wrongType, "« xmlattr » attend un objet, pas \(value.kindName)")
    }
    var bytes: [UInt8] = []
    var autospace = true
    if let argument = arguments.first ?? nil { autospace = try argument.isTrue() }
    for entry in map.entries {
      if case .none = entry.value { continue }
      if entry.value.isUndefinedOrBlank { continue }
      let isWrong = entry.key.utf8.contains { byte in
        switch byte {
        case 0x09...0x0D, 0x20, UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "="): true
        default: false
        }
      }
      guard !isWrong else { throw Complaint(.badArgument, "« \(entry.key) » n’est pas un nom d’attribut") }
      if autospace || !bytes.isEmpty { bytes.append(.space) }
      bytes.appendMarkupSafe(entry.key)
      bytes.append("=\"" as StaticString)
      try entry.value.appendHTML(to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    return .markup(bytes)
  }
}
