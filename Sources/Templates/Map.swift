/// Names and their values, in the order they were given, or those of a thing that it shows.
///
///     let page: Map = ["titre": "Bilan", "url": "index.html"]
///     let chart = Map(of: chart)
public struct Map: Sendable {
  struct Entry {
    let name: Name
    let value: Value

    var key: String { name.text }
  }

  /// None in an empty map. One reference, for values to be copied at little cost.
  @usableFromInline private(set) var content: (any MapContent)?

  @inlinable public init() { content = nil }

  public init(_ entries: [(String, Value)], answersNoneForMissing: Bool = false) {
    content = GivenContent(entries, answersNoneForMissing: answersNoneForMissing)
  }

  /// A map that shows a thing: each value is made when it is asked for, again each time.
  @inlinable public init(of thing: some Shown) { content = thing }

  /// What a missing name gives in a layout: an error, or none.
  var answersNoneForMissing: Bool { content?.answersNoneForMissing ?? false }

  public var count: Int { entries.count }
  public var isEmpty: Bool { content?.isEmpty ?? true }
  public var keys: some Sequence<String> { entries.lazy.map(\.key) }
  public var values: some Sequence<Value> { entries.lazy.map(\.value) }

  var entries: [Entry] {
    guard let content else { return [] }
    var list = NameList()
    for name in content.names where list.place(of: name) == nil { list.append(name) }
    return list.names.map { Entry(name: $0, value: content.value(of: $0) ?? .none) }
  }

  /// Puts names and values over those it has; it goes on from what it held without a copy of it.
  public mutating func add(_ entries: Literal) {
    content = GivenContent(entries.entries, over: self, answersNoneForMissing: answersNoneForMissing)
  }

  /// Names and values written out: taken as they are, where `KeyValuePairs` would be copied one by one.
  public struct Literal: ExpressibleByDictionaryLiteral {
    let entries: [(String, Value)]

    public init(dictionaryLiteral elements: (String, Value)...) { entries = elements }
  }

  /// Replaces one value in its place, or appends it.
  public mutating func set(_ key: String, _ value: Value) {
    guard let given = content as? GivenContent else { return add([key: value]) }
    content = GivenContent(
      given.entries + [(key, value)], over: given.base, answersNoneForMissing: given.answersNoneForMissing)
  }

  /// The value of a name, nil if there is none. Setting nil changes nothing: names are never taken away.
  public subscript(key: String) -> Value? {
    get { value(of: Name(key)) }
    set { if let newValue { set(key, newValue) } }
  }

  /// Not inlined: a call takes the map as it stands in a value, where what is inlined there would count a copy.
  @inline(never) public func value(of name: Name) -> Value? { content?.value(of: name) }

  /// In their order; one that comes twice stands where it comes first.
  @usableFromInline var names: [Name] { content?.names ?? [] }
}

extension Map: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, Value)...) { self.init(elements) }
}
