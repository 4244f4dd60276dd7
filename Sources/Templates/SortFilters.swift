/// `sort`, `dictsort`, `groupby`.
enum SortFilters {
  static func apply(_ filter: LanguageFilter, _ value: Value, _ arguments: [Value?]) throws(Complaint)
    -> Value
  {
    switch filter {
    case .sort: return try sort(value, arguments)
    case .dictsort: return try sortMap(value, arguments)
    default: return try group(value, arguments)
    }
  }

  private static func sort(_ value: Value, _ arguments: [Value?]) throws(Complaint) -> Value {
    let ignoresCase = try !Filters.flag(arguments, 1)
    var keys: [Filters.SortKey] = []
    if let attribute = Filters.given(arguments, 2), let text = attribute.text {
      for part in text.split(separator: ",", omittingEmptySubsequences: false) {
        keys.append(Filters.SortKey(path: try AttributePath(.string(String(part))), ignoresCase: ignoresCase))
      }
    } else {
      let path = try AttributePath(Filters.given(arguments, 2) ?? .none)
      keys = [Filters.SortKey(path: path, ignoresCase: ignoresCase)]
    }
    var pairs: [(key: Value, item: Value)] = []
    for item in try value.items() {
      var values: [Value] = []
      for key in keys { values.append(try key.value(of: item)) }
      pairs.append((.list(values), item))
    }
    return .list(try sorted(pairs, isReversed: try Filters.flag(arguments, 0)).map(\.item))
  }

  private static func sortMap(_ value: Value, _ arguments: [Value?]) throws(Complaint) -> Value {
    guard case .map(let map) = value else {
      throw Complaint(.wrongType, "« dictsort » attend un objet, pas \(value.kindName)")
    }
    let isCaseSensitive = try Filters.flag(arguments, 0)
    let by = try Filters.text(arguments, 1, default: "key")
    guard by == "key" || by == "value" else {
      throw Complaint(.badArgument, "« dictsort » range par « key » ou par « value »")
    }
    let pairs = map.entries.map { entry in
      let key = by == "key" ? Value.string(entry.key) : entry.value
      return (
        key: isCaseSensitive ? key : Filters.SortKey.lowered(key),
        item: Value.list([.string(entry.key), entry.value])
      )
    }
    return .list(try sorted(pairs, isReversed: try Filters.flag(arguments, 2)).map(\.item))
  }

  private static func group(_ value: Value, _ arguments: [Value?]) throws(Complaint) -> Value {
    let key = try Filters.key(arguments, attribute: 0, caseSensitive: 2)
    let fallback = Filters.given(arguments, 1) ?? .none
    var pairs: [(key: Value, item: Value)] = []
    for item in try value.items() { pairs.append((try key.value(of: item, fallback: fallback), item)) }
    var groups: [Value] = []
    var members: [Value] = []
    var current: Value?
    func close() throws(Complaint) {
      guard let first = members.first else { return }
      groups.append(.list([try key.path.value(in: first, fallback) ?? .none, .list(members)]))
    }
    for pair in try sorted(pairs, isReversed: false) {
      if let current, try !current.equals(pair.key) {
        try close()
        members = []
      }
      current = pair.key
      members.append(pair.item)
    }
    try close()
    return .list(groups)
  }

  /// Merge sort: equals keep their order, also when it is reversed, as Python has it.
  private static func sorted(
    _ pairs: [(key: Value, item: Value)], isReversed: Bool
  ) throws(Complaint) -> [(key: Value, item: Value)] {
    var source = pairs
    var target = pairs
    var width = 1
    while width < source.count {
      for start in stride(from: 0, to: source.count, by: 2 * width) {
        try merge(
          source, &target, start, min(start + width, source.count), min(start + 2 * width, source.count),
          isReversed)
      }
      swap(&source, &target)
      width *= 2
    }
    return source
  }

  private static func merge(
    _ source: [(key: Value, item: Value)], _ target: inout [(key: Value, item: Value)], _ start: Int,
    _ middle: Int,
    _ end: Int, _ isReversed: Bool
  ) throws(Complaint) {
    var left = start
    var right = middle
    for place in start..<end {
      var takesRight = left >= middle
      if !takesRight, right < end {
        let order = try source[right].key.order(source[left].key) ?? 0
        takesRight = isReversed ? order > 0 : order < 0
      }
      target[place] = source[takesRight ? right : left]
      if takesRight { right += 1 } else { left += 1 }
    }
  }
}
