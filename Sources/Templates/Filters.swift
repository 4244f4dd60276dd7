/// The filters of the language that need nothing but their value and arguments (jinja2/filters.py). A result of
/// `.missing` stands for a value that does not exist.
enum Filters {
  static func apply(
    _ filter: LanguageFilter, _ value: Value, _ arguments: [Value?]
  ) throws(Complaint) -> Value {
    let result = try compute(filter, value, arguments)
    switch filter {
    // These give back what they got, however long.
    case .safe, .string, .e, .escape: return result
    case .batch, .slice, .groupby, .items, .dictsort: try Limits.check(depthOf: result)
    default: break
    }
    return try Limits.checked(result)
  }

  private static func compute(
    _ filter: LanguageFilter, _ value: Value, _ arguments: [Value?]
  ) throws(Complaint) -> Value {
    switch filter {
    case .items: if value.isUndefinedOrBlank { return .list([]) }
    case .safe, .string, .e, .escape, .forceescape: break
    default: if value.isUndefined { throw .undefined(value) }
    }
    for case let argument? in arguments where argument.isUndefined { throw .undefined(argument) }
    switch filter {
    case .safe: return .markup(value.isMarkup ? try value.asHTML() : Array(try value.asText().utf8))
    case .e, .escape: return .markup(try value.asHTML())
    case .forceescape:
      var bytes: [UInt8] = []
      bytes.appendMarkupSafe(try value.asText())
      return .markup(bytes)
    case .string: return value.isText ? value : .string(try value.asText())
    case .abs, .int, .float, .round, .sum: return try NumberFilters.apply(filter, value, arguments)
    case .count, .length, .first, .last, .list, .items, .reverse, .batch, .slice, .min, .max, .unique, .join:
      return try ListFilters.apply(filter, value, arguments)
    case .sort, .dictsort, .groupby: return try SortFilters.apply(filter, value, arguments)
    case .tojson: return .markup(try JSONText.bytes(of: value, indent: arguments[0]))
    case .urlencode, .xmlattr, .striptags: return try WebFilters.apply(filter, value, arguments)
    default: return try TextFilters.apply(filter, value, arguments)
    }
  }

  // MARK: Arguments

  /// The argument, unless it was left out or is none.
  static func given(_ arguments: [Value?], _ place: Int) -> Value? {
    guard place < arguments.count, let argument = arguments[place] else { return nil }
    if case .none = argument { return nil }
    return argument
  }

  static func flag(_ arguments: [Value?], _ place: Int) throws(Complaint) -> Bool {
    guard let argument = given(arguments, place) else { return false }
    return try argument.isTrue()
  }

  static func integer(_ arguments: [Value?], _ place: Int, default: Int) throws(Complaint) -> Int {
    guard let argument = given(arguments, place) else { return `default` }
    guard let number = argument.integer else {
      throw Complaint(.badArgument, "Cet argument est un nombre entier, pas \(argument.kindName)")
    }
    return number
  }

  static func text(_ arguments: [Value?], _ place: Int, default: String) throws(Complaint) -> String {
    guard let argument = given(arguments, place) else { return `default` }
    guard let text = argument.text else {
      throw Complaint(.badArgument, "Cet argument est un texte, pas \(argument.kindName)")
    }
    return text
  }

  /// A member path and what to do with case, as most filters of lists take them.
  static func key(_ arguments: [Value?], attribute: Int, caseSensitive: Int) throws(Complaint) -> SortKey {
    SortKey(
      path: try AttributePath(given(arguments, attribute) ?? .none),
      ignoresCase: try !flag(arguments, caseSensitive))
  }

  struct SortKey {
    let path: AttributePath
    let ignoresCase: Bool

    func value(of item: Value, fallback: Value = .none) throws(Complaint) -> Value {
      guard let value = try path.value(in: item, fallback) else {
        throw Complaint(
          .unknownAttribute, "Un élément n’a pas ce membre", help: "donnez-le à tous les éléments")
      }
      return ignoresCase ? Self.lowered(value) : value
    }

    static func lowered(_ value: Value) -> Value {
      switch value {
      case .string(let text): .string(CaseRules.lower(text))
      case .markup: .html(CaseRules.lower(value.text ?? ""))
      default: value
      }
    }
  }
}
