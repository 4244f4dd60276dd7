/// Small words that lose their vowel before another: `d’élèves`, `l’école`, but `de handicap` and `de onze`.
public enum Elision {
  public enum Gender: Sendable { case masculine, feminine }

  /// `de académie` → `d’académie`.
  public static func de(_ word: String) -> String { isElided(before: word) ? "d’" + word : "de " + word }

  /// `que elle` → `qu’elle`.
  public static func que(_ word: String) -> String { isElided(before: word) ? "qu’" + word : "que " + word }

  public static func le(_ word: String, _ gender: Gender) -> String {
    if isElided(before: word) { return "l’" + word }
    return (gender == .feminine ? "la " : "le ") + word
  }

  /// `de` and the article: `du lycée`, `de la région`, `de l’académie`.
  public static func du(_ word: String, _ gender: Gender) -> String {
    if isElided(before: word) { return "de l’" + word }
    return (gender == .feminine ? "de la " : "du ") + word
  }

  /// `à` and the article: `au lycée`, `à la région`, `à l’académie`.
  public static func au(_ word: String, _ gender: Gender) -> String {
    if isElided(before: word) { return "à l’" + word }
    return (gender == .feminine ? "à la " : "au ") + word
  }

  /// Whether a word starts with a vowel sound: a vowel or a mute h, but not an aspirate one, `onze`, `oui`, nor a
  /// number in digits.
  public static func isElided(before word: String) -> Bool {
    let folded = SearchFold.letters(word)
    guard let first = folded.first else { return false }
    switch first {
    case "a", "e", "i", "o", "u": return !beginsWithOne(of: vowelsNotElided, folded)
    case "h": return !beginsWithOne(of: aspirated, folded)
    case "y":
      return folded.hasPrefix("y ") || folded == "y" || folded.hasPrefix("yeu") || folded.hasPrefix("yv")
    default: return false
    }
  }

  private static func beginsWithOne(of stems: [String], _ word: String) -> Bool {
    stems.contains { word.hasPrefix($0) }
  }

  private static let vowelsNotElided = ["onz", "oui", "ouist", "uhlan", "ululement", "un peu plus d"]

  /// Stems of the words with an aspirate h, as dictionaries mark them.
  private static let aspirated = [
    "hach", "hack", "haie", "haillon", "hain", "hair", "halag", "hale", "hall", "halo", "halt", "hamac",
    "hambourg",
    "hameau", "hamster", "hanap", "hanch", "hand", "hangar", "hanneton", "hant", "happ", "harangu", "haras",
    "harass",
    "harcel", "hard", "harem", "hareng", "hargn", "haricot", "harnach", "harnais", "harp", "harpon", "hasard",
    "haschi",
    "hashtag", "hat", "hauban", "hauss", "haut", "havr", "hayon", "heaum", "heler", "hennir", "herault",
    "heraut",
    "heriss", "herni", "heron", "heros", "hers", "hetr", "heurt", "hibou", "hic", "hideu", "hierarch", "hiss",
    "hit",
    "hobby", "hoch", "hockey", "hold", "holding", "holland", "home", "homard", "hong", "hont", "hoquet",
    "hors", "hot",
    "houblon", "houill", "houl", "housse", "houx", "hub", "hublot", "huch", "huees", "huguenot", "huit",
    "hululer",
    "hun ", "hupp", "hurl", "huron", "hussard", "hutt", "hip",
  ]
}
