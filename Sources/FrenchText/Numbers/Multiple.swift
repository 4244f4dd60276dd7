/// A word that counts by more than one: `3,1 millions`, `une dizaine`.
public enum Multiple: String, CaseIterable, Hashable, Sendable {
  case million
  case billion = "milliard"
  case tens = "dizaine"
  case dozen = "douzaine"
  case fifteen = "quinzaine"
  case twenty = "vingtaine"
  case thirty = "trentaine"
  case forty = "quarantaine"
  case fifty = "cinquantaine"
  case sixty = "soixantaine"
  case hundred = "centaine"
  case thousand = "millier"
  /// `12 mille`, which never takes an `s` nor `de`.
  case mille

  public var factor: Int {
    switch self {
    case .million: 1_000_000
    case .billion: 1_000_000_000
    case .tens: 10
    case .dozen: 12
    case .fifteen: 15
    case .twenty: 20
    case .thirty: 30
    case .forty: 40
    case .fifty: 50
    case .sixty: 60
    case .hundred: 100
    case .thousand, .mille: 1000
    }
  }

  /// `une dizaine` is about ten; `un million` may be exact.
  public var isCollective: Bool { self != .million && self != .billion && self != .mille }

  /// `millions d’euros`, but `mille euros`.
  var takesDe: Bool { self != .mille }

  /// The word after a number.
  func text(after number: Decimal) -> String {
    self != .mille && Plural.isPlural(number) ? rawValue + "s" : rawValue
  }

  var isFeminine: Bool { rawValue.hasSuffix("aine") }

  static func take(from scanner: inout Scanner) -> Multiple? {
    guard let first = scanner.peek, first.isASCIILetter else { return nil }
    let before = scanner.position
    for (word, multiple) in words {
      if scanner.takeIgnoringCase(word) {
        if multiple.takesDe, scanner.peek.map({ $0 | 0x20 }) == UInt8(ascii: "s") { scanner.advance() }
        if !scanner.isInsideWord { return multiple }
      }
      scanner.position = before
    }
    return nil
  }

  private static let words: [(StaticString, Multiple)] = [
    ("million", .million), ("milliard", .billion), ("dizaine", .tens), ("douzaine", .dozen),
    ("quinzaine", .fifteen),
    ("vingtaine", .twenty), ("trentaine", .thirty), ("quarantaine", .forty), ("cinquantaine", .fifty),
    ("soixantaine", .sixty), ("centaine", .hundred), ("millier", .thousand), ("mille", .mille),
  ]
}
