import Synchronization
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

  private struct Chart: Sendable {
    let number: Int
    let title: String
    let asked = Counter()

    static let members = Members<Chart>([
      "numero": { .int($0.number) },
      "titre": {
        $0.asked.add()
        return .string($0.title)
      },
    ])
  }

  private final class Counter: Sendable {
    private let number = Mutex(0)
    var value: Int { number.withLock { $0 } }
    func add() { number.withLock { $0 += 1 } }
  }

  @Test("makes what a thing shows when a layout asks for it")
  func thing() {
    let chart = Chart(number: 3, title: "Élèves & écoles")
    let map = Map(of: chart, Chart.members)
    #expect(chart.asked.value == 0)
    #expect(rendered("{{ c.numero }}", ["c": .map(map)]) == "3")
    #expect(chart.asked.value == 0)
    #expect(
      rendered("{{ c.titre }} {{ c['titre'] }}", ["c": .map(map)])
        == "Élèves &amp; écoles Élèves &amp; écoles")
    #expect(chart.asked.value == 2)
    #expect(
      rendered("{% if c.absent is defined %}x{% endif %}{{ c.absent }}", ["c": .map(map)]).hasPrefix(
        "gabarit-attribut-inconnu"))
  }

  @Test("shows a thing with names of its own, in one order")
  func thingWithMore() {
    var map = Map(of: Chart(number: 3, title: "a"), Chart.members)
    map["titre"] = "b"
    map["ancre"] = "c"
    #expect(Array(map.keys) == ["numero", "titre", "ancre"])
    #expect(map.count == 3)
    #expect(
      rendered(
        "{{ c.titre }}{{ c.ancre }}{{ c|tojson }}{{ c == d }}",
        ["c": .map(map), "d": ["numero": 3, "titre": "b", "ancre": "c"]])
        == #"bc{"ancre": "c", "numero": 3, "titre": "b"}True"#)
  }

  @Test("shows a thing of another, and the last of equal names")
  func thingOfAnother() {
    let members = Members<(Chart)>(
      Chart.members, of: { $0 }, and: ["titre": { .string($0.title + "!") }, "n": { _ in 1 }])
    let map = Map(of: Chart(number: 3, title: "a"), members)
    #expect(Array(map.keys) == ["numero", "titre", "n"])
    #expect(rendered("{{ c.titre }}{{ c.numero }}", ["c": .map(map)]) == "a!3")
  }
}
