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

    func value(_ name: String, _ hash: UInt32) -> Value? {
      if let place = own.names.place(of: name, hash) { return own.meanings[place] }
      guard let place = shownNames.place(of: name, hash) else { return nil }
      return shown?(place)
    }
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

  /// The value of a name of a layout.
  func value(_ name: Program.Name) -> Value? { value(name.text, name.hash) }

  /// The value of a name whose hash is known.
  func value(_ key: String, _ hash: UInt32) -> Value? {
    content.isEmpty ? nil : content[0].value(key, hash)
  }

  func member(_ names: [Program.Name], _ place: Int) -> Value? {
    content.isEmpty
      ? nil : content[0].value(names[place].text, names[place].hash)?.member(names, place + 1)
  }

  func write(_ names: [Program.Name], _ place: Int, to output: inout [UInt8]) -> Bool {
    guard !content.isEmpty else { return false }
    if let found = content[0].own.names.place(of: names[place].text, names[place].hash) {
      return content[0].own.meanings[found].write(names, place + 1, to: &output)
    }
    guard let found = content[0].shownNames.place(of: names[place].text, names[place].hash) else {
      return false
    }
    return content[0].shown?(found).write(names, place + 1, to: &output) ?? false
  }
}

extension Map: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, Value)...) { self.init(elements) }
}
