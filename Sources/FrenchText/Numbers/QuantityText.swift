import Diagnostics

extension Quantity {
  /// Plain digits for CSV and JSON: `1740000`, `8.3`. Nil for a range, and for a fraction that is no decimal.
  public var plainNumber: String? { decimal?.plain }

  /// Qualifier, number and unit, as French typography writes them: `plus de 260 000 €`.
  public var formatted: String {
    let text = unitText.map { numberText + $0 } ?? numberText
    return qualifierText.map { $0 + text } ?? text
  }

  /// The same, at the end of what is being written. A number and its unit, which most are, take no `String`.
  public func appendFormatted(to bytes: inout [UInt8]) {
    guard case .exact(let decimal) = value, qualifier == nil, multiple == nil else {
      bytes.append(formatted)
      return
    }
    decimal.appendFormatted(showsPlus: showsPlus, to: &bytes)
    guard let unit else { return }
    bytes.append(Space.noBreak)
    bytes.append(unit)
  }

  /// What stands before the number, its space included: `environ `, or `plus d’` before a vowel.
  public var qualifierText: String? { qualifier.map { $0.formatted(before: numberText) } }

  /// The number alone: `260 000`, `3,1 millions`, `une dizaine`, `1 sur 2`, `de 59 à 73`, `½`.
  public var numberText: String {
    switch value {
    case .exact(let decimal): exactText(decimal)
    case .fraction(let part, let whole): fractionText(part, whole)
    case .range(let low, let high): rangeText(low, high)
    }
  }

  /// What stands after the number, the space before it included: ` %`, ` d’euros`.
  public var unitText: String? {
    guard let unit else { return nil }
    guard multiple?.takesDe == true, let first = unit.unicodeScalars.first, first.properties.isAlphabetic
    else {
      return Space.noBreak + unit
    }
    // « 3,1 M€ » has its multiple in the unit; « millions d’euros » joins them with « de ».
    return " " + Elision.de(unit)
  }

  private func exactText(_ decimal: Decimal) -> String {
    guard let multiple else { return decimal.formatted(showsPlus: showsPlus) }
    if multiple.isCollective, decimal == 1, !showsPlus {
      return (multiple.isFeminine ? "une" : "un") + Space.noBreak + multiple.rawValue
    }
    return decimal.formatted(showsPlus: showsPlus) + Space.noBreak + multiple.text(after: decimal)
  }

  private func fractionText(_ part: Int, _ whole: Int) -> String {
    let (above, below) = (Decimal(part).formatted, Decimal(whole).formatted)
    switch wording {
    case .over: return above + Space.noBreak + "sur" + Space.noBreak + below
    case .among: return above + Space.noBreak + "des" + Space.noBreak + below
    case .glyph: return QuantityParser.glyph(part, whole) ?? above + "/" + below
    default: return above + "/" + below
    }
  }

  private func rangeText(_ low: Decimal, _ high: Decimal) -> String {
    let (from, to) = (low.formatted(showsPlus: showsPlus), high.formatted)
    let multipleText = multiple.map { Space.noBreak + $0.text(after: high) } ?? ""
    switch wording {
    case .from: return "de" + Space.noBreak + from + " à" + Space.noBreak + to + multipleText
    case .between: return "entre" + Space.noBreak + from + " et" + Space.noBreak + to + multipleText
    default: return from + " à" + Space.noBreak + to + multipleText
    }
  }
}

extension UnitTable {
  /// The sign of a unit that has one: `€` for `euros`, `h` for `heures`.
  public static func canonical(_ unit: String) -> String {
    switch unit {
    case "euro", "euros": "€"
    case "heure", "heures": "h"
    case "an", "année", "années": "ans"
    case "jour": "jours"
    case "pour cent": "%"
    case "point": "points"
    default: unit
    }
  }
}
