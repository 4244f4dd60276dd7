/// The filters of lists that keep their order, or look for one item.
enum ListFilters {
  static func apply(_ filter: LanguageFilter, _ value: Value, _ arguments: [Value?]) throws(Complaint)
    -> Value
  {
    switch filter {
    case .count, .length: return .int(try count(value))
    case .first: return try value.items().first ?? .missing
    case .last: return try value.items().last ?? .missing
    case .list: return .list(try value.items())
    case .items:
      guard case .map(let map) = value else {
        throw Complaint(.wrongType, "« items » attend un objet, pas \(value.kindName)")
      }
      return .list(map.pairs)
    case .reverse: return try reversed(value)
    case .batch: return try batch(value, arguments)
    case .slice: return try slice(value, arguments)
    case .min, .max: return try extreme(filter, value, arguments)
    case .unique: return try unique(value, arguments)
    default: return try joined(value, arguments)
    }
  }

  static func count(_ value: Value) throws(Complaint) -> Int {
    switch value {
    case .string(let text): return text.unicodeScalars.count
    case .markup(let bytes): return bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    case .list(let items): return items.count
    case .map(let map): return map.count
    default:
      if value.handle?.kind == .blank { return 0 }
      throw Complaint(
        .wrongType, "\(value.kindName) n’a pas de longueur",
        help: "une liste, un objet ou un texte en ont une")
    }
  }

  private static func reversed(_ value: Value) throws(Complaint) -> Value {
    switch value {
    case .string(let text):
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: text.unicodeScalars.reversed())
      return .string(String(scalars))
    case .markup:
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: (value.text ?? "").unicodeScalars.reversed())
      return .html(String(scalars))
    default: return .list(try value.items().reversed())
    }
  }

  private static func batch(_ value: Value, _ arguments: [Value?]) throws(Complaint) -> Value {
    let size = try Filters.integer(arguments, 0, default: 1)
    let filling = Filters.given(arguments, 1)
    var batches: [Value] = []
    var batch: [Value] = []
    for item in try value.items() {
      if batch.count == size {
        batches.append(.list(batch))
        batch = []
      }
      batch.append(item)
    }
    if !batch.isEmpty {
      if let filling, batch.count < size {
        guard size <= 100_000 else { throw Complaint(.tooMuch, "« batch » ferait des lots trop grands") }
        batch += [Value](repeating: filling, count: size - batch.count)
      }
      batches.append(.list(batch))
    }
    return .list(batches)
  }

  private static func slice(_ value: Value, _ arguments: [Value?]) throws(Complaint) -> Value {
    let count = try Filters.integer(arguments, 0, default: 1)
    let filling = Filters.given(arguments, 1)
    let items = try value.items()
    guard count != 0 else {
      throw Complaint(.badArgument, "« slice » attend un nombre de colonnes au-dessus de 0")
    }
    guard count > 0 else { return .list([]) }
    guard count <= 100_000 else { throw Complaint(.tooMuch, "« slice » ferait trop de colonnes") }
    let size = items.count / count
    let larger = items.count % count
    var slices: [Value] = []
    var start = 0
    for number in 0..<count {
      let end = start + size + (number < larger ? 1 : 0)
      var slice = Array(items[start..<end])
      if let filling, number >= larger { slice.append(filling) }
      slices.append(.list(slice))
      start = end
    }
    return .list(slices)
  }

  private static func extreme(
    _ filter: LanguageFilter, _ value: Value, _ arguments: [Value?]
  ) throws(Complaint) -> Value {
    let key = try Filters.key(arguments, attribute: 1, caseSensitive: 0)
    let items = try value.items()
    guard var best = items.first else { return .missing }
    var bestKey = try key.value(of: best)
    for item in items.dropFirst() {
      let candidate = try key.value(of: item)
      let order = try candidate.order(bestKey) ?? 0
      if filter == .min ? order < 0 : order > 0 {
        best = item
        bestKey = candidate
      }
    }
    return best
  }

  private static func unique(_ value: Value, _ arguments: [Value?]) throws(Complaint) -> Value {
    enum Key: Hashable {
      case none
      case number(Double)
      case text([UInt8])
    }
    let key = try Filters.key(arguments, attribute: 1, caseSensitive: 0)
    var seen: Set<Key> = []
    var results: [Value] = []
    for item in try value.items() {
      let value = try key.value(of: item)
      let hashed: Key
      if let number = value.number {
        hashed = .number(number)
      } else if let text = value.text {
        hashed = .text(Array(text.utf8))
      } else if case .none = value {
        hashed = .none
      } else {
        throw Complaint(
          .wrongType, "« unique » ne compare pas \(value.kindName)",
          help: "donnez-lui un membre : « unique(attribute=…) »")
      }
      if seen.insert(hashed).inserted { results.append(item) }
    }
    return .list(results)
  }

  private static func joined(_ value: Value, _ arguments: [Value?]) throws(Complaint) -> Value {
    let separator = arguments.isEmpty ? nil : arguments[0]
    var items = try value.items()
    if let attribute = Filters.given(arguments, 1) {
      let path = try AttributePath(attribute)
      var members: [Value] = []
      for item in items {
        guard let member = try path.value(in: item, .none) else {
          throw Complaint(
            .unknownAttribute, "Un élément n’a pas ce membre", help: "donnez-le à tous les éléments")
        }
        members.append(member)
      }
      items = members
    }
    let isMarkup = separator?.isMarkup == true || items.contains(where: \.isMarkup)
    var bytes: [UInt8] = []
    for (place, item) in items.enumerated() {
      if place > 0, let separator {
        if isMarkup { try separator.appendHTML(to: &bytes) } else { try separator.appendText(to: &bytes) }
      }
      if isMarkup { try item.appendHTML(to: &bytes) } else { try item.appendText(to: &bytes) }
      try Limits.check(text: bytes.count)
    }
    return isMarkup ? .markup(bytes) : .string(String(decoding: bytes, as: UTF8.self))
  }
}
