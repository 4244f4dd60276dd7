/// Upper and lower case as Python has them.
enum CaseRules {
  static func lower(_ text: String) -> String { text.lowercased() }
  static func upper(_ text: String) -> String { text.uppercased() }

  /// The first letter in title case, the others in lower case.
  static func capitalize(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return "" }
    var rest = text.unicodeScalars
    rest.removeFirst()
    return first.properties.titlecaseMapping + lower(String(rest))
  }

  static func isLower(_ text: String) -> Bool {
    var found = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isUppercase || scalar.properties.generalCategory == .titlecaseLetter {
        return false
      }
      if scalar.properties.isLowercase { found = true }
    }
    return found
  }

  static func isUpper(_ text: String) -> Bool {
    var found = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isLowercase || scalar.properties.generalCategory == .titlecaseLetter {
        return false
      }
      if scalar.properties.isUppercase { found = true }
    }
    return found
  }
}
