import TestSupport

/// YAML documents at random: well-formed ones in every style, the same with a few characters changed, and pure noise
/// made of the characters that mean something.
struct DocumentGenerator {
  var random: SeededNumbers

  private static let words = [
    "Pix", "élèves", "13 000", "30,7 %", "n°", "l'école", "PLACE : les groupes", "http://exemple.fr", "a:b",
    "x#y",
    "{#id}", "non", "2025-05-17", "1e3", "–", "-", "…", "où", "\"cité\"", "(a, b)", "!", "?", "&", "100%",
    "C:\\", "*",
  ]
  private static let noise: [Character] = [
    "a", "b", "é", ":", ":", "-", "-", "#", "\"", "'", "{", "}", "[", "]", ",", "\n", "\n", " ", " ", " ",
    ">", "|", "&",
    "*", "!", "?", "%", "\t", "\\", "1", "+", "\u{A0}", ".", "<", "@", "\r", "n",
  ]

  mutating func document() -> String {
    switch random.below(4) {
    case 0: return noise(length: 1 + random.below(40))
    case 1: return wellFormed()
    default: return mutated(wellFormed())
    }
  }

  mutating func wellFormed() -> String {
    var text = random.one(in: 8) ? "# début\n" : ""
    text += block(indent: 0, depth: 0)
    return random.one(in: 10) ? text.replacing("\n", with: "\r\n") : text
  }

  private mutating func noise(length: Int) -> String {
    String((0..<length).map { _ in random.pick(Self.noise) })
  }

  private mutating func mutated(_ text: String) -> String {
    var characters = Array(text)
    for _ in 0...random.below(3) {
      let i = random.below(characters.count + 1)
      switch random.below(6) {
      case 0 where i < characters.count: characters.remove(at: i)
      case 1: characters.insert(random.pick(Self.noise), at: i)
      case 2 where i < characters.count: characters[i] = random.pick(Self.noise)
      case 3: characters.insert(contentsOf: noise(length: 3), at: i)
      case 4: characters.insert(contentsOf: "\n" + String(repeating: " ", count: random.below(5)), at: i)
      default:
        let j = random.below(characters.count + 1)
        characters.removeSubrange(min(i, j)..<min(max(i, j), min(i, j) + 6))
      }
    }
    return String(characters)
  }

  // MARK: Well-formed documents

  private mutating func block(indent: Int, depth: Int) -> String {
    random.one(in: 3) ? sequence(indent: indent, depth: depth) : mapping(indent: indent, depth: depth)
  }

  private mutating func mapping(indent: Int, depth: Int) -> String {
    var text = ""
    for i in 0...random.below(4) {
      text += lead(indent) + key(i) + ":" + value(indent: indent, depth: depth, isUnderKey: true)
    }
    return text
  }

  private mutating func sequence(indent: Int, depth: Int) -> String {
    var text = ""
    for _ in 0...random.below(3) {
      text += lead(indent) + "-"
      if depth < 4, random.one(in: 4) {
        // A compact collection: its first line continues the dash.
        let inner = block(indent: indent + 2, depth: depth + 1)
        text += String(
          inner.drop { $0 == " " || $0 == "\n" }.first == "#" ? " x\n" : " " + inner.drop { $0 == " " })
      } else {
        text += value(indent: indent, depth: depth, isUnderKey: false)
      }
    }
    return text
  }

  private mutating func lead(_ indent: Int) -> String {
    let spaces = String(repeating: " ", count: indent)
    switch random.below(20) {
    case 0: return "\n" + spaces
    case 1: return spaces + "# note\n" + spaces
    default: return spaces
    }
  }

  private mutating func key(_ i: Int) -> String {
    switch random.below(8) {
    case 0: return "\"clé \(i)\""
    case 1: return "'l''ordre \(i)'"
    case 2: return "Taux de réussite \(i)"
    default: return random.pick(["titre", "ordre", "é", "x-y", "a.b"]) + "\(i)"
    }
  }

  private mutating func value(indent: Int, depth: Int, isUnderKey: Bool) -> String {
    let comment = random.one(in: 12) ? " # remarque\n" : random.one(in: 12) ? "  \n" : "\n"
    let inner = indent + 1 + random.below(3)
    switch random.below(depth < 4 ? 14 : 9) {
    case 0: return comment
    case 1: return " " + double(inner) + comment
    case 2: return " " + single(inner) + comment
    case 3: return " " + flow(depth: 0, indent: inner) + comment
    case 4: return " " + blockScalar(inner)
    case 5: return " " + plain(inner) + comment
    case 6...8: return " " + sentence() + comment
    case 9...10: return "\n" + block(indent: inner, depth: depth + 1)
    case 11 where isUnderKey: return "\n" + sequence(indent: indent, depth: depth + 1)
    default: return comment + block(indent: inner, depth: depth + 1)
    }
  }

  private mutating func sentence() -> String {
    (0...random.below(4)).map { _ in random.pick(Self.words) }.joined(separator: " ")
  }

  private mutating func plain(_ indent: Int) -> String {
    (0...random.below(3)).map { _ in "mot " + random.pick(["été", "12 %", "l'an", "x:y", "fin."]) }
      .joined(separator: lineBreak(indent))
  }

  private mutating func lineBreak(_ indent: Int) -> String {
    let blank = random.one(in: 3) ? "\n" : ""
    let trailing = random.one(in: 4) ? " " : ""
    return trailing + "\n" + blank + String(repeating: " ", count: indent)
  }

  private mutating func double(_ indent: Int) -> String {
    let parts = [
      "mot", " ", "  ", "é", "\\n", "\\t", "\\\"", "\\\\", "\\u00e9", "\\x41", "\\U0001F600", "\\ ", "\\_",
      "\\/", "'",
      "# x", ": ", "\\L", "\\P", "\t", "\\ud83d\\ude00",
    ]
    var text = ""
    for _ in 0...random.below(6) {
      text += random.pick(parts)
      if random.one(in: 6) { text += (random.one(in: 3) ? "\\" : "") + lineBreak(indent) }
    }
    return "\"" + text + "\""
  }

  private mutating func single(_ indent: Int) -> String {
    let parts = ["mot", " ", "é", "''", "\"", "\\n", "# x", ": ", "{", "-", "\t"]
    var text = ""
    for _ in 0...random.below(6) {
      text += random.pick(parts)
      if random.one(in: 8) { text += lineBreak(indent) }
    }
    return "'" + text + "'"
  }

  private mutating func blockScalar(_ indent: Int) -> String {
    var text =
      random.pick(["|", ">"]) + random.pick(["", "-", "+"]) + (random.one(in: 8) ? " # remarque" : "") + "\n"
    for _ in 0...random.below(5) {
      switch random.below(6) {
      case 0: text += "\n"
      case 1: text += String(repeating: " ", count: random.below(indent + 2)) + "\n"
      case 2: text += String(repeating: " ", count: indent) + "  plus loin\n"
      default:
        text += String(repeating: " ", count: indent) + sentence() + random.pick(["", " ", "  "]) + "\n"
      }
    }
    return text
  }

  mutating func flow(depth: Int, indent: Int) -> String {
    let gap = random.pick(["", " ", " ", "\n" + String(repeating: " ", count: indent), "\t"])
    switch random.below(depth < 3 ? 6 : 3) {
    case 0: return double(indent)
    case 1: return single(indent)
    case 2:
      return random.pick([
        "un", "30 %", "l'an", "a:b", "http://x.fr/?a=1", "-1", "x#y", "2025-05-17", "é", "PLACE : x", "a: b",
      ])
    case 3...4:
      let items = (0..<random.below(4)).map { _ in gap + flow(depth: depth + 1, indent: indent) }
      return "[" + items.joined(separator: ",") + (items.isEmpty || random.one(in: 5) ? "" : gap) + "]"
    default:
      let entries = (0..<random.below(4)).map { i in
        random.one(in: 2)
          ? gap + "\"k\(i)\":" + flow(depth: depth + 1, indent: indent)
          : gap + "k\(i): " + (random.one(in: 6) ? "" : flow(depth: depth + 1, indent: indent))
      }
      return "{" + entries.joined(separator: ",") + (random.one(in: 5) && !entries.isEmpty ? "," : "") + gap
        + "}"
    }
  }
}
