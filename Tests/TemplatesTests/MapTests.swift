import Testing

@testable import Templates

@Suite("Map")
struct MapTests {
  @Test("keeps the order of its names, small or large", arguments: [3, 8, 9, 200])
  func order(count: Int) {
    let names = (0..<count).map { "nom\(($0 * 7919) % 1000)" }
    let map = Map(names.map { ($0, .string($0)) })
    #expect(Array(map.keys) == names)
    for name in names {
      guard case .string(name)? = map[name] else {
        Issue.record("\(name) is lost")
        continue
      }
    }
    #expect(map["absent"] == nil)
  }

  @Test("replaces a value in its place")
  func replacement() {
    var map: Map = ["a": 1, "b": 2]
    map["a"] = "autre"
    #expect(Array(map.keys) == ["a", "b"])
    guard case .string("autre")? = map["a"] else {
      Issue.record("not replaced")
      return
    }
  }
}
