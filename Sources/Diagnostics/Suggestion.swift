/// The candidate an editor most probably meant, or nil when none is near: at most one slip (a letter wrong, missing,
/// extra or swapped) for each three letters typed. The first of equals wins, so the order of candidates matters.
///
/// Optimal string alignment distance, as described by G. Navarro, “A guided tour to approximate string matching”
/// (ACM Computing Surveys 33, 2001), section 3.
public func nearest(to typed: String, in candidates: some Sequence<String>) -> String? {
  let typedScalars = Array(typed.lowercased().unicodeScalars)
  guard typedScalars.count <= 64 else { return nil }
  var best: (name: String, distance: Int)?
  for candidate in candidates {
    let scalars = Array(candidate.lowercased().unicodeScalars)
    let limit = min(best.map { $0.distance - 1 } ?? .max, max(1, max(typedScalars.count, scalars.count) / 3))
    guard abs(scalars.count - typedScalars.count) <= limit else { continue }
    let distance = alignmentDistance(typedScalars, scalars)
    if distance <= limit { best = (candidate, distance) }
  }
  return best?.name
}

/// Guesses for the first faults of a file. Each looks at every name there is: for thousands of faults among thousands of
/// names that would take minutes, and nobody mends more at once.
public struct Guesses: Sendable {
  private var left = 50

  public init() {}

  /// As the function of this name; nil too once all guesses have been made.
  public mutating func nearest(to typed: String, in candidates: @autoclosure () -> some Sequence<String>)
    -> String?
  {
    guard left > 0 else { return nil }
    left -= 1
    return Diagnostics.nearest(to: typed, in: candidates())
  }
}

/// Names for a message, parted by commas: all of them, or the first twelve and an ellipsis.
public func listed(_ names: some Collection<String>) -> String {
  names.prefix(12).joined(separator: ", ") + (names.count > 12 ? "…" : "")
}

private func alignmentDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforePrevious = [Int](repeating: 0, count: b.count + 1)
  var previous = Array(0...b.count)
  for i in a.indices {
    var current = [i + 1] + [Int](repeating: 0, count: b.count)
    for j in b.indices {
      let substitution = previous[j] + (a[i] == b[j] ? 0 : 1)
      current[j + 1] = min(substitution, previous[j + 1] + 1, current[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        current[j + 1] = min(current[j + 1], beforePrevious[j - 1] + 1)
      }
    }
    beforePrevious = previous
    previous = current
  }
  return previous[b.count]
}
