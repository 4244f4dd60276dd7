import Diagnostics

/// The filter `tojson`: Python's `json.dumps(…, sort_keys=True)`, with `< > & '` escaped so that it can stand in a
/// `<script>` or an attribute (jinja2/utils.py, `htmlsafe_json_dumps`).
struct JSONText {
  private var bytes: [UInt8] = []
  private let margin: String?

  static func bytes(of value: Value, indent: Value?) throws(Complaint) -> [UInt8] {
    var margin: String?
    switch indent {
    case nil, Value.none?: break
    case .string(let text)?: margin = text
    case let value?:
      guard let width = value.integer, width <= 100 else {
        throw Complaint(.badArgument, "« indent » est un nombre")
      }
      margin = String(repeating: " ", count: max(0, width))
    }
    var text = JSONText(margin: margin)
    try text.append(value, depth: 0)
    return text.bytes
  }

  private init(margin: String?) { self.margin = margin }

  private mutating func append(_ value: Value, depth: Int) throws(Complaint) {
    switch value {
    case .none: bytes.append("null" as StaticString)
    case .bool(let value): bytes.append((value ? "true" : "false") as StaticString)
    case .int(let value): bytes.appendDecimal(value)
    case .double(let value):
      if value.isNaN {
        bytes.append("NaN" as StaticString)
      } else if value.isInfinite {
        bytes.append((value < 0 ? "-Infinity" : "Infinity") as StaticString)
      } else {
        bytes.append(PythonFloat.text(of: value))
      }
    case .string(let text): appendString(text)
    case .markup(let markup): appendString(String(decoding: markup, as: UTF8.self))
    case .list(let items):
      try appendItems(items, UInt8(ascii: "["), UInt8(ascii: "]"), depth) { (json, item) throws(Complaint) in
        try json.append(item, depth: depth + 1)
      }
    case .map(let map):
      let entries = map.entries.sorted {
        $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars)
      }
      try appendItems(entries, UInt8(ascii: "{"), UInt8(ascii: "}"), depth) {
        (json, entry) throws(Complaint) in
        json.appendString(entry.key)
        json.bytes.append(": " as StaticString)
        try json.append(entry.value, depth: depth + 1)
      }
    case .handle:
      if value.isUndefinedOrBlank { throw .undefined(value) }
      throw Complaint(.wrongType, "« tojson » n’écrit pas \(value.kindName)")
    }
  }

  private mutating func appendItems<Item>(
    _ items: [Item], _ open: UInt8, _ close: UInt8, _ depth: Int,
    _ append: (inout JSONText, Item) throws(Complaint) -> Void
  ) throws(Complaint) {
    bytes.append(open)
    for (place, item) in items.enumerated() {
      if place > 0 { bytes.append((margin == nil ? ", " : ",") as StaticString) }
      appendLineBreak(depth + 1)
      try append(&self, item)
    }
    if !items.isEmpty { appendLineBreak(depth) }
    bytes.append(close)
  }

  private mutating func appendLineBreak(_ depth: Int) {
    guard let margin else { return }
    bytes.append(.lineFeed)
    for _ in 0..<depth { bytes.append(margin) }
  }

  private mutating func appendString(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for unit in text.utf16 {
      switch unit {
      case 0x22: bytes.append("\\\"" as StaticString)
      case 0x5C: bytes.append("\\\\" as StaticString)
      case 0x0A: bytes.append("\\n" as StaticString)
      case 0x0D: bytes.append("\\r" as StaticString)
      case 0x09: bytes.append("\\t" as StaticString)
      case 0x08: bytes.append("\\b" as StaticString)
      case 0x0C: bytes.append("\\f" as StaticString)
      case 0x26, 0x27, 0x3C, 0x3E, 0..<0x20, 0x7F...:
        let digits = String(unit, radix: 16)
        bytes.append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: bytes.append(UInt8(truncatingIfNeeded: unit))
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
