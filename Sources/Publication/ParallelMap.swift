import Synchronization

/// Maps the elements on at most `jobs` tasks and returns the results in the order of the elements, so that what is
/// built does not depend on the machine. Elements are taken in small runs: neighbours stay in one task's cache.
public func parallelMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], jobs: Int, _ transform: @escaping @Sendable (Element) -> Result
) async -> [Result] {
  let run = max(1, min(8, elements.count / (max(jobs, 1) * 8)))
  guard jobs > 1, elements.count > run else { return elements.map(transform) }
  let next = Counter()
  return await withTaskGroup(of: [(start: Int, results: [Result])].self) { group in
    for _ in 0..<jobs {
      group.addTask {
        var runs: [(start: Int, results: [Result])] = []
        while true {
          let start = next.take(run)
          guard start < elements.count else { return runs }
          runs.append((start, elements[start..<min(start + run, elements.count)].map(transform)))
        }
      }
    }
    var runs: [(start: Int, results: [Result])] = []
    for await some in group { runs += some }
    runs.sort { $0.start < $1.start }
    // Taken from the end, results are moved; a copy of thousands would be counted at each of their references.
    var all: [Result] = []
    all.reserveCapacity(elements.count)
    while var run = runs.popLast()?.results {
      while let result = run.popLast() { all.append(result) }
    }
    all.reverse()
    return all
  }
}

/// Hands out consecutive indices to tasks.
private final class Counter: Sendable {
  private let value = Atomic(0)

  func take(_ count: Int) -> Int {
    value.add(count, ordering: .relaxed).oldValue
  }
}
