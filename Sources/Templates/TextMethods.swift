/// The functions of texts: `x.upper()`, `x.split(",")`, ….
enum TextMethods {
  /// Nil where texts have no such function.
  static func call(_ name: String, of value: Value, _ arguments: [Value]) throws(Complaint) -> Value? {
    for argument in arguments where argument.isUndefined { throw .undefined(argument) }
    let given: [Value?] = arguments
    switch (name, arguments.count) {
    case ("upper", 0): return try Filters.apply(.upper, value, [])
    case ("lower", 0): return try Filters.apply(.lower, value, [])
    case ("capitalize", 0): return try Filters.apply(.capitalize, value, [])
    case ("strip", 0), ("strip", 1), ("lstrip", 0), ("lstrip", 1), ("rstrip", 0), ("rstrip", 1):
      let set = try given.first.flatMap { $0 }.map { (value) throws(Complaint) in try text(value) }
      let trimmed = TextRules.trimmed(
        try text(value), of: set, atStart: name != "rstrip", atEnd: name != "lstrip")
      return value.isMarkup ? .html(trimmed) : .string(trimmed)
    case ("title", 0): return titled(value)
    case ("replace", 2): return try Filters.apply(.replace, value, given + [nil])
    case ("startswith", 1): return .bool(try text(value).utf8.starts(with: try text(arguments[0]).utf8))
    case ("endswith", 1):
      return .bool(try text(value).utf8.reversed().starts(with: try text(arguments[0]).utf8.reversed()))
    case ("count", 1): return .int(try occurrences(of: try text(arguments[0]), in: try text(value)))
    case ("split", 0): return .list(TextRules.words(try text(value)).map { piece($0, of: value) })
    case ("split", 1):
      return .list(try split(try text(value), try text(arguments[0])).map { piece($0, of: value) })
    default: return nil
    }
  }

  private static func piece(_ text: String, of value: Value) -> Value {
    value.isMarkup ? .html(text) : .string(text)
  }

  private static func text(_ value: Value) throws(Complaint) -> String {
    guard let text = value.text else {
      throw Complaint(.badArgument, "Cet argument est un texte, pas \(value.kindName)")
    }
    return text
  }

  /// `str.title()`: a capital after everything that is no letter.
  private static func titled(_ value: Value) -> Value {
    var result = ""
    var isAfterLetter = false
    for scalar in (value.text ?? "").unicodeScalars {
      let character = String(Character(scalar))
      result += isAfterLetter ? CaseRules.lower(character) : scalar.properties.titlecaseMapping
      isAfterLetter = scalar.properties.isCased
    }
    return value.isMarkup ? .html(result) : .string(result)
  }

  private static func occurrences(of part: String, in text: String) throws(Complaint) -> Int {
    if part.isEmpty { return text.unicodeScalars.count + 1 }
    return try split(text, part).count - 1
  }

  private static func split(_ text: String, _ separator: String) throws(Complaint) -> [String] {
    guard !separator.isEmpty else {
      throw Complaint(.badArgument, "« split » attend un séparateur qui n’est pas vide")
    }
    let bytes = Array(text.utf8)
    let search = TextSearch(separator)
    var pieces: [String] = []
    var start = 0
    while let found = search.firstOffset(in: bytes, from: start) {
      pieces.append(String(decoding: bytes[start..<found], as: UTF8.self))
      start = found + search.pattern.count
    }
    pieces.append(String(decoding: bytes[start...], as: UTF8.self))
    return pieces
  }
}
