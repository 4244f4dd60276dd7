import Diagnostics
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("secion", "section"), ("setcion", "section"), ("sectionn", "section"), ("Titre", "titre"),
    ("titr", "titre"),
    ("chifres", "chiffres"), ("précédent", "precedent"),
  ]) func guessesWhatWasMeant(typed: String, expected: String) {
    #expect(nearest(to: typed, in: ["titre", "section", "chiffres", "precedent"]) == expected)
  }

  @Test(arguments: ["", "xyz", "ordre", String(repeating: "a", count: 65)])
  func guessesNothingFarAway(typed: String) {
    #expect(nearest(to: typed, in: ["titre", "section", "chiffres"]) == nil)
  }

  @Test func prefersTheFirstOfEquals() {
    #expect(nearest(to: "cal", in: ["cat", "car"]) == "cat")
    #expect(nearest(to: "cal", in: ["car", "cat"]) == "car")
    #expect(nearest(to: "cat", in: ["car", "cat"]) == "cat")
  }
}
