import Diagnostics
import FrenchText

/// « 48 établissements sur 53 (92 %) », « 48 des 53, soit 92 % »: a percentage that follows the two counts it is the
/// quotient of.
enum PercentageOfCounts {
  struct Found {
    let range: Range<Int>
    let written: String
    let part: String
    let whole: String
    let expected: String
  }

  static func find(in bytes: [UInt8], _ words: FoldedWords) -> [Found] {
    var found: [Found] = []
    for index in 1..<max(1, words.count) where words.isWord(index, "sur") || words.isWord(index, "des") {
      guard let part = number(bytes, words, endingAt: index),
        let whole = number(bytes, after: words.range(of: index).upperBound), whole.count > part,
        let percent = percentage(bytes, from: whole.range.upperBound),
        let share = Fraction(Int128(part), over: Int128(whole.count)),
        let written = Possible(percent.quantity)?.divided(by: Possible(exactly: Fraction(100))),
        !written.contains(share),
        let expected = share.multiplied(by: Fraction(100))?.decimal(
          scale: percent.quantity.decimal?.scale ?? 0)
      else { continue }
      found.append(
        Found(
          range: percent.range, written: percent.quantity.formatted, part: Decimal(part).formatted,
          whole: Decimal(whole.count).formatted, expected: Quantity(expected, unit: "%").formatted))
    }
    return found
  }

  /// The count right before « sur », or before one noun before it: « 48 sur 53 », « 48 collèges sur 53 ».
  private static func number(_ bytes: [UInt8], _ words: FoldedWords, endingAt index: Int) -> Int? {
    for end in [index, index - 1] where end > 0 {
      if let number = NumberBefore.find(bytes, words.range(of: end).lowerBound),
        let count = number.quantity.decimal?.integer,
        count > 0, number.quantity.unit == nil
      {
        return count
      }
    }
    return nil
  }

  private static func number(_ bytes: [UInt8], after start: Int) -> (count: Int, range: Range<Int>)? {
    let rest = trim(bytes, start..<bytes.count)
    guard
      case .success(let leading) = Quantity.parseSentence(
        String(decoding: bytes[rest], as: UTF8.self), units: .standard),
      leading.quantity.unit == nil, case .exact = leading.quantity.value,
      let count = leading.quantity.decimal?.integer,
      count > 0
    else { return nil }
    let end = trim(bytes, rest.lowerBound..<min(rest.lowerBound + leading.length, bytes.count)).upperBound
    return (count, rest.lowerBound..<end)
  }

  /// A percentage in brackets or after « soit », within a few words and the same clause.
  private static func percentage(_ bytes: [UInt8], from start: Int) -> (
    range: Range<Int>, quantity: Quantity
  )? {
    let end = min(bytes.count, start + 40)
    guard start < end, let sign = bytes[start..<end].firstIndex(of: UInt8(ascii: "%")) else { return nil }
    guard let number = NumberBefore.ending(bytes, sign + 1), number.range.lowerBound >= start else {
      return nil
    }
    let between = bytes[start..<number.range.lowerBound]
    let text = String(decoding: between, as: UTF8.self)
    guard between.contains(UInt8(ascii: "(")) || text.contains("soit"),
      !between.contains(UInt8(ascii: ";")), !between.contains(UInt8(ascii: "."))
    else { return nil }
    return (number.range, number.quantity)
  }
}
