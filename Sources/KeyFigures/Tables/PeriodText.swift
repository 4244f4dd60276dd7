import FrenchText

/// A date or a period, or nil: what could be wrong with it is for the caller to say.
func parsePeriod(_ text: String) -> Period? {
  if case .success(let period) = Period.parse(text) { period } else { nil }
}
