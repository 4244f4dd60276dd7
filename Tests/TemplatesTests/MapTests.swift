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

  private final class Chart: Shown {
    let number: Int
    let title: String
    let asked = Counter()

    init(number: Int, title: String) {
      self.number = number
      self.title = title
    }

    static let members = Members<Chart>([
      Member("numero") { .int($0.number) },
      Member("titre") {
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
    let map = Map(of: chart)
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
    var map = Map(of: Chart(number: 3, title: "a"))
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

  private final class NumberedChart: Shown {
    let chart: Chart

    init(of chart: Chart) { self.chart = chart }

    var base: Map { Map(of: chart) }

    static let members = Members<NumberedChart>([
      Member("titre") { _ in "?" }, Member("n") { _ in 1 }, Member("titre") { .string($0.chart.title + "!") },
    ])
  }

  @Test("adds names and values over those it has")
  func addition() {
    let globals: Map = ["a": 1, "b": 2]
    var map = globals
    map.add(["b": "x", "c": 3, "c": 4])
    #expect(Array(map.keys) == ["a", "b", "c"])
    #expect(rendered("{{ m|tojson }}", ["m": .map(map)]) == #"{"a": 1, "b": "x", "c": 4}"#)
    #expect(rendered("{{ m|tojson }}", ["m": .map(globals)]) == #"{"a": 1, "b": 2}"#)
  }

  @Test("shows a thing of another, and the last of equal names")
  func thingOfAnother() {
    let map = Map(of: NumberedChart(of: Chart(number: 3, title: "a")))
    #expect(Array(map.keys) == ["numero", "titre", "n"])
    #expect(rendered("{{ c.titre }}{{ c.numero }}", ["c": .map(map)]) == "a!3")
  }
}
