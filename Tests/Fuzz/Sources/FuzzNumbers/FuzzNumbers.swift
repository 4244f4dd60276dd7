import FrenchText
import Fuzzing

/// A text as a number, a quantity, a date, a word and a sentence.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = input(start, count)
  decimal(bytes)
  quantity(bytes)
  period(bytes)
  arithmetic(bytes)
  typography(bytes)
  words(bytes)
  return 0
}

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// Whatever is read has been found to be UTF-8 before; other bytes must do no harm, and no more.
private func isText(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

private func decimal(_ bytes: [UInt8]) {
  switch Decimal.parse(bytes, in: bytes.indices) {
  case .success(let number):
    let again = try? Decimal.parse(number.formatted).get()
    expect(again == number && again?.scale == number.scale, "\(number) is written \(number.formatted)")
  case .failure(let fault):
    expect(fault.range.upperBound <= bytes.count, "a fault outside the text")
    expect(!fault.message.isEmpty && !fault.help.isEmpty, "a fault without words")
  }
}

private func quantity(_ bytes: [UInt8]) {
  switch Quantity.parse(bytes, in: bytes.indices) {
  case .success(let quantity) where isText(bytes):
    let written = quantity.formatted
    let again = try? Quantity.parse(written).get()
    expect(again != nil, "« \(text(bytes)) » is written « \(written) », which is no quantity")
    expect(
      again?.formatted == written, "« \(text(bytes)) »: « \(written) », then « \(again?.formatted ?? "") »")
    expect(
      again?.bounds?.low == quantity.bounds?.low && again?.bounds?.high == quantity.bounds?.high,
      "« \(text(bytes)) » is written « \(written) », which is another number")
    _ = (quantity.interval, quantity.plainNumber, quantity.canonicalUnit, quantity.isApproximate)
  case .failure(let fault):
    expect(fault.range.upperBound <= bytes.count, "a fault outside the text")
    _ = (fault.message, fault.help)
  default: break
  }
  if case .success(let leading) = Quantity.parseSentence(bytes, in: bytes.indices, units: .standard) {
    expect(leading.length <= bytes.count, "a quantity longer than its sentence")
  }
}

private func period(_ bytes: [UInt8]) {
  switch Period.parse(bytes, in: bytes.indices) {
  case .success(let period) where isText(bytes):
    let again = try? Period.parse(period.formatted).get()
    expect(
      again?.start == period.start && again?.end == period.end, "« \(text(bytes)) »: \(period.formatted)")
  case .failure(let fault):
    expect(fault.range.upperBound <= bytes.count, "a fault outside the text")
    _ = (fault.message, fault.help)
  default: break
  }
  if case .success(let day) = CalendarDay.parse(text(bytes)) {
    expect((try? CalendarDay.parse(day.formatted).get()) == day, day.formatted)
    expect((try? CalendarDay.parse(day.iso).get()) == day, day.iso)
  }
}

/// Two numbers parted by `;`: what is exact can be undone.
private func arithmetic(_ bytes: [UInt8]) {
  let parts = bytes.split(separator: UInt8(ascii: ";"), maxSplits: 1).map(Array.init)
  guard parts.count == 2, let a = try? Decimal.parse(text(parts[0])).get(),
    let b = try? Decimal.parse(text(parts[1])).get()
  else { return }
  if let sum = a.adding(b), let back = sum.subtracting(b) { expect(back == a, "\(a) + \(b)") }
  if let product = Ratio(a).multiplied(by: Ratio(b)), let back = product.divided(by: Ratio(b)) {
    expect(back == Ratio(a), "\(a) × \(b)")
  }
  _ = a.multiplied(by: b)
  for scale in [0, 2, 37, 40] { _ = (a.rounded(toScale: scale), a.rescaled(to: scale)) }
  expect((a < b) == (Ratio(a) < Ratio(b)), "\(a) and \(b) are ordered twofold")
  if let low = a.interval, let high = b.interval {
    _ = (low.adding(high), low.multiplied(by: high), low.divided(by: high), low.overlaps(high))
  }
}

private func typography(_ bytes: [UInt8]) {
  let once = Typographer.edits(in: bytes)
  for (a, b) in zip(once.edits, once.edits.dropFirst()) {
    expect(a.range.upperBound <= b.range.lowerBound, "edits overlap")
  }
  for edit in once.edits { expect(edit.range.upperBound <= bytes.count, "an edit is outside the text") }
  let applied = once.applied(to: bytes)
  for raised in applied.superscripts { expect(raised.upperBound <= applied.bytes.count, "raised outside") }
  for fault in WritingFault.all(in: bytes) {
    expect(fault.range.upperBound <= bytes.count, "a fault outside the text")
    _ = (fault.message, fault.help)
  }
  guard isText(bytes) else { return }
  expect(String(validating: applied.bytes, as: UTF8.self) != nil, "half a character is left")
  let again = Typographer.edits(in: applied.bytes)
  expect(
    again.edits.isEmpty && again.superscripts == applied.superscripts,
    "not settled: \(text(bytes).debugDescription), \(text(applied.bytes).debugDescription)")
}

private func words(_ bytes: [UInt8]) {
  var last = 0
  for sigle in Sigle.occurrences(in: bytes) {
    expect(last <= sigle.range.lowerBound && sigle.range.upperBound <= bytes.count, "sigles overlap")
    last = sigle.range.upperBound
    _ = (sigle.meaningAfter(in: bytes), sigle.meaningBefore(in: bytes))
  }
  for sentence in Sentence.all(in: bytes) { expect(sentence.range.upperBound <= bytes.count, "a sentence") }
  _ = Missing.parse(bytes)
  let string = text(bytes)
  let name = slug(string)
  expect(slug(name) == name, "« \(string) »: \(name), then \(slug(name))")
  expect(
    name.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D }, "« \(string) »: \(name)")
  _ = (SearchFold.letters(string), SearchFold.terms(string), collationKey(string), Elision.de(string))
}
