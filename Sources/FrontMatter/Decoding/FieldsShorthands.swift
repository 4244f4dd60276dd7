import Diagnostics

/// A key and its type in one call: the usual cases of `field(_:required:doc:_:)`.
extension Fields {
  /// A text that is required must say something.
  public mutating func text(_ key: String, required: Bool = false, doc: String) -> Located<String>? {
    let text = field(key, required: required, doc: doc) { $0.text() }
    guard required, let text, text.value.allSatisfy(\.isWhitespace) else { return text }
    reportMissing(key, at: text.location, isEmpty: true)
    return nil
  }

  public mutating func parsed<T>(
    _ key: String, required: Bool = false, expecting: String, example: String, doc: String,
    _ parse: (String) -> T?
  ) -> Located<T>? {
    field(key, required: required, doc: doc) { $0.parsed(expecting: expecting, example: example, parse) }
  }

  public mutating func flag(_ key: String, required: Bool = false, doc: String) -> Located<Bool>? {
    field(key, required: required, doc: doc) { $0.flag() }
  }

  public mutating func integer(
    _ key: String, required: Bool = false, in bounds: ClosedRange<Int>? = nil, doc: String
  ) -> Located<Int>? {
    field(key, required: required, doc: doc) { $0.integer(in: bounds) }
  }

  public mutating func choice(
    _ key: String, required: Bool = false, among options: [String], doc: String
  ) -> Located<String>? {
    field(key, required: required, doc: doc) { $0.choice(among: options) }
  }

  public mutating func list<T>(
    _ key: String, required: Bool = false, orSingle: Bool = false, doc: String, _ item: (inout Field) -> T?
  ) -> [T]? {
    field(key, required: required, doc: doc) { $0.list(orSingle: orSingle, item) }
  }

  public mutating func mapping<T>(
    _ key: String, required: Bool = false, doc: String, _ body: (inout Fields) -> T?
  ) -> T? {
    field(key, required: required, doc: doc) { $0.mapping(body) }
  }

  public mutating func entries<T>(
    _ key: String, required: Bool = false, doc: String, _ body: (Located<String>, inout Field) -> T?
  ) -> [T]? {
    field(key, required: required, doc: doc) { $0.entries(body) }
  }

  public mutating func node(_ key: String, required: Bool = false, doc: String) -> Node? {
    field(key, required: required, doc: doc) { $0.any() }
  }
}
