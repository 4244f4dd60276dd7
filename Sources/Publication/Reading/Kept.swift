/// What was made last, and of what: not made again as long as that is the same.
struct Kept<Source: Equatable & Sendable, Result: Sendable>: Sendable {
  private var last: (source: Source, result: Result)?

  mutating func of(_ source: Source, make: (Source) -> Result) -> Result {
    if let last, last.source == source { return last.result }
    let result = make(source)
    last = (source, result)
    return result
  }
}
