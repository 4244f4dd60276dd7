/// Names and their values, in the order they were given: its own, and those of a thing that it shows.
///
///     let page: Map = ["titre": "Bilan", "url": "index.html"]
///     let chart = Map(of: chart, Chart.members)
public struct Map: Sendable {
  struct Entry {
    let hash: UInt32
    let key: String
    let value: Value
  }

  private struct Content {
    var own = NameTable<Value>()
    /// The names of the thing it shows, and what makes the value of each by its place.
    var shownNames = NameIndex()
    var shown: (@Sendable (Int) -> Value)?
    var answersNoneForMissing = false

    var hasOwn: Bool { !own.meanings.isEmpty }
  }

  /// One, or none in an empty map: behind one reference, values are copied at little cost.
  private var content: [Content] = []

  public init() {}

  public init(_ entries: some Sequence<(String, Value)>, answersNoneForMissing: Bool = false) {
    content = [Content(answersNoneForMissing: answersNoneForMissing)]
    reserveCapacity(entries.underestimatedCount)
    for (key, value) in entries { content[0].own.set(key, value) }
  }

  /// A map that shows a thing: each value is made when it is asked for, again each time.
  ///
  /// Can be inlined, for the thing's type to be known where its values are made.
  @inlinable public init<Subject>(of subject: Subject, _ members: Members<Subject>) {
    self.init(showing: members.table.names) { members.table.meanings[$0](subject) }
  }

  @usableFromInline init(showing names: NameIndex, _ value: @escaping @Sendable (Int) -> Value) {
    content = [Content(shownNames: names, shown: value)]
  }

  /// What a missing name gives in a layout: an error, or none.
  public var answersNoneForMissing: Bool {
    get { content.first?.answersNoneForMissing ?? false }
    set {
      makeContent()
      content[0].answersNoneForMissing = newValue
    }
  }

  public var count: Int { all.meanings.count }
  public var isEmpty: Bool {
    content.isEmpty || (content[0].own.meanings.isEmpty && content[0].shownNames.count == 0)
  }
  public var keys: some Sequence<String> { all.names.all }
  public var values: some Sequence<Value> { all.meanings }

  /// All names with their values: those of the thing in their order, replaced where the map has its own, then the others.
  private var all: NameTable<Value> {
    guard let content = content.first else { return NameTable() }
    guard content.shown != nil else { return content.own }
    var all = NameTable<Value>()
    for name in content.shownNames.all { all.set(name, self[name] ?? .none) }
    for (name, value) in zip(content.own.names.all, content.own.meanings) { all.set(name, value) }
    return all
  }

  var entries: [Entry] {
    let all = all
    return zip(all.names.all, all.meanings).map { Entry(hash: NameIndex.hash(of: $0), key: $0, value: $1) }
  }

  public mutating func reserveCapacity(_ count: Int) {
    makeContent()
    content[0].own.reserveCapacity(count)
  }

  /// Replaces the value in its place, or appends it.
  public mutating func set(_ key: String, _ value: Value) {
    makeContent()
    content[0].own.set(key, value)
  }

  private mutating func makeContent() { if content.isEmpty { content = [Content()] } }

  /// The value of a name, nil if there is none. Setting nil changes nothing: names are never taken away.
  public subscript(key: String) -> Value? {
    get { value(key, NameIndex.hash(of: key)) }
    set { if let newValue { set(key, newValue) } }
  }

  /// The value of a name whose hash is known. What is behind the reference is read there: a copy of it would be counted.
  @inline(__always)
  func value(_ key: String, _ hash: UInt32) -> Value? {
    guard !content.isEmpty else { return nil }
    if content[0].hasOwn, let place = content[0].own.names.place(of: key, hash) {
      return content[0].own.meanings[place]
    }
    guard let place = content[0].shownNames.place(of: key, hash) else { return nil }
    return content[0].shown?(place)
  }

  /// The value of a name of a layout.
  func value(_ names: Span<Program.Name>, _ place: Int) -> Value? {
    value(names[place].text, names[place].hash)
  }

  func write(_ names: Span<Program.Name>, _ path: Range<Int>, to output: inout [UInt8]) -> Bool {
    guard !content.isEmpty else { return false }
    let (first, rest) = (path.lowerBound, path.dropFirst())
    if content[0].hasOwn, let place = content[0].own.names.place(of: names[first].text, names[first].hash) {
      return content[0].own.meanings[place].write(names, rest, to: &output)
    }
    guard let place = content[0].shownNames.place(of: names[first].text, names[first].hash) else {
      return false
    }
    return content[0].shown?(place).write(names, rest, to: &output) ?? false
  }
}

extension Map: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, Value)...) { self.init(elements) }
}
