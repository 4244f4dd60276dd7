import FrenchText

/// A date or a period, or nil: what could be wrong with it is for the caller to say.
func parsePeriod(_ text: String) -> Period? {
  if case .success(let period) = Period.parse(text) { period } else { nil }
}

/// Small letters, digits and hyphens: accents dropped, all the rest a hyphen.
func slugged(_ text: String) -> String {
  String(SearchFold.letters(text).map { $0 == " " ? "-" : $0 })
}

/// Letters without accents nor case, for comparing words in order.
func collationKey(_ text: String) -> [UInt8] { Array(SearchFold.letters(text).utf8) }
