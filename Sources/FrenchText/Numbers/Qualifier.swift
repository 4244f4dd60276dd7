/// What a person says before a number to qualify it.
public enum Qualifier: String, CaseIterable, Hashable, Sendable {
  case about = "environ"
  case moreThan = "plus de"
  case lessThan = "moins de"
  case atLeast = "au moins"
  case atMost = "au plus"
  case nearly = "près de"
  case almost = "presque"

  public var isApproximate: Bool { self == .about || self == .nearly || self == .almost }

  /// Whether the true number may stand on this side of the one written.
  public var allowsMore: Bool { isApproximate || self == .moreThan || self == .atLeast }
  public var allowsLess: Bool { isApproximate || self == .lessThan || self == .atMost }

  /// `plus de`, or `plus d’` before a vowel.
  func formatted(before next: String) -> String {
    guard rawValue.hasSuffix(" de"), next.hasPrefix("un") else { return rawValue + Space.noBreak }
    return String(rawValue.dropLast()) + "’"
  }

  static func take(from scanner: inout Scanner) -> Qualifier? {
    for (words, qualifier) in spellings where scanner.takePhrase(words) { return qualifier }
    return nil
  }

  private static let spellings: [(StaticString, Qualifier)] = [
    ("environ ", .about), ("plus de ", .moreThan), ("plus d'", .moreThan), ("moins de ", .lessThan),
    ("moins d'", .lessThan), ("au moins ", .atLeast), ("au plus ", .atMost), ("près de ", .nearly),
    ("près d'", .nearly), ("presque ", .almost),
  ]
}

extension Scanner {
  /// Takes words whatever their case and the kind of their spaces and apostrophes; the phrase says where spaces are.
  mutating func takePhrase(_ phrase: StaticString) -> Bool {
    let start = position
    let isNext = phrase.withUTF8Buffer { wanted in
      var i = 0
      while i < wanted.count {
        switch wanted[i] {
        case .space: guard skipSpaces() else { return false }
        case UInt8(ascii: "'"): guard takeApostrophe() else { return false }
        default:
          guard takeLetter(wanted[i]) else { return false }
        }
        i += 1
      }
      return true
    }
    if !isNext { position = start }
    return isNext
  }

  mutating func takeApostrophe() -> Bool { take("'") || take("’") }
}
