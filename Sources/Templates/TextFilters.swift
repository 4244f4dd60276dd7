/// The filters of texts.
enum TextFilters {
  static func apply(_ filter: LanguageFilter, _ value: Value, _ arguments: [Value?]) throws(Complaint)
    -> Value
  {
    switch filter {
    case .upper: return try mapped(value, CaseRules.upper)
    case .lower: return try mapped(value, CaseRules.lower)
    case .capitalize: return try mapped(value, CaseRules.capitalize)
    case .title: return .string(title(try value.asText()))
    case .trim:
      let characters = try Filters.given(arguments, 0).map { (value) throws(Complaint) in try value.asText() }
      return try mapped(value) { TextRules.trimmed($0, of: characters) }
    case .center:
      let width = try Filters.integer(arguments, 0, default: 80)
      return try mapped(value) { centered($0, width) }
    case .replace: return try replaced(value, arguments)
    case .truncate: return try truncated(value, arguments)
    case .wordcount: return .int(wordCount(try value.asText()))
    case .indent: return try indented(value, arguments)
    case .format: return try TextFormat.apply(value, arguments.compactMap { $0 })
    default: return value
    }
  }

  /// Changes the text of a value; markup stays markup.
  private static func mapped(_ value: Value, _ change: (String) -> String) throws(Complaint) -> Value {
    let text = change(try value.asText())
    return value.isMarkup ? .html(text) : .string(text)
  }

  private static func title(_ text: String) -> String {
    var result = ""
    var isStart = true
    for scalar in text.unicodeScalars {
      let character = String(Character(scalar))
      if scalar == "-" || TextRules.isSpace(scalar) || "({[<".unicodeScalars.contains(scalar) {
        result += character
        isStart = true
      } else {
        result += isStart ? CaseRules.upper(character) : CaseRules.lower(character)
        isStart = false
      }
    }
    return result
  }

  private static func centered(_ text: String, _ width: Int) -> String {
    let count = text.unicodeScalars.count
    guard width > count, width <= 1_000_000 else { return text }
    let margin = width - count
    let left = margin / 2 + (margin & width & 1)
    return String(repeating: " ", count: left) + text + String(repeating: " ", count: margin - left)
  }

  private static func replaced(_ value: Value, _ arguments: [Value?]) throws(Complaint) -> Value {
    let count = try Filters.integer(arguments, 2, default: -1)
    let old = (arguments[0]) ?? .none
    let new = (arguments[1]) ?? .none
    let isMarkup = value.isMarkup || old.isMarkup || new.isMarkup
    guard isMarkup else {
      return .string(
        try TextRules.replaced(try value.asText(), try old.asText(), try new.asText(), count: count))
    }
    // As a part of markup, a text is the markup of it. What is looked for is taken as it is.
    let text = String(decoding: try value.asHTML(), as: UTF8.self)
    let replacement = String(decoding: try new.asHTML(), as: UTF8.self)
    return .html(try TextRules.replaced(text, try old.asText(), replacement, count: count))
  }

  private static func truncated(_ value: Value, _ arguments: [Value?]) throws(Complaint) -> Value {
    guard value.isText else {
      throw Complaint(
        .wrongType, "« truncate » attend un texte, pas \(value.kindName)",
        help: "convertissez-le par « |string »")
    }
    let length = try Filters.integer(arguments, 0, default: 255)
    let killsWords = try Filters.flag(arguments, 1)
    let end = arguments[2] ?? .string("...")
    let leeway = try Filters.integer(arguments, 3, default: 5)
    let endCount = try ListFilters.count(end)
    guard length >= endCount, leeway >= 0 else {
      throw Complaint(.badArgument, "« truncate » attend une longueur d’au moins \(endCount)")
    }
    let scalars = Array((value.text ?? "").unicodeScalars)
    if scalars.count <= length || scalars.count - length <= leeway { return value }
    var kept = scalars[..<(length - endCount)]
    if !killsWords, let space = kept.lastIndex(of: " ") { kept = kept[..<space] }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: kept)
    let start: Value = value.isMarkup ? .html(String(text)) : .string(String(text))
    return try Value.compute(.add, start, end)
  }

  private static func wordCount(_ text: String) -> Int {
    var count = 0
    var isInWord = false
    for scalar in text.unicodeScalars {
      let isPart = isWordPart(scalar)
      if isPart, !isInWord { count += 1 }
      isInWord = isPart
    }
    return count
  }

  /// `\w` of Python's regular expressions: letters, digits and `_`.
  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "_" { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }

  private static func indented(_ value: Value, _ arguments: [Value?]) throws(Complaint) -> Value {
    guard value.isText else {
      throw Complaint(.wrongType, "« indent » attend un texte, pas \(value.kindName)")
    }
    let margin: String
    if let width = Filters.given(arguments, 0), width.isText {
      margin = value.isMarkup && !width.isMarkup ? width.text ?? "" : width.text ?? ""
    } else {
      let width = try Filters.integer(arguments, 0, default: 4)
      guard width <= 10_000 else { throw Complaint(.tooMuch, "Ce retrait est trop grand") }
      margin = String(repeating: " ", count: max(0, width))
    }
    let indentsFirst = try Filters.flag(arguments, 1)
    let indentsBlank = try Filters.flag(arguments, 2)
    let lines = TextRules.lines((value.text ?? "") + "\n")
    var result = lines.first ?? ""
    for line in lines.dropFirst() { result += "\n" + (indentsBlank || !line.isEmpty ? margin + line : line) }
    if indentsFirst { result = margin + result }
    return value.isMarkup ? .html(result) : .string(result)
  }
}
