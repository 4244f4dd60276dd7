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

  @Test func guessesForTheFirstFaultsOnly() {
    var guesses = Guesses()
    let made = (0..<60).compactMap { _ in guesses.nearest(to: "titr", in: ["titre"]) }
    #expect(made == [String](repeating: "titre", count: 50))
  }

  @Test func listsTwelveNames() {
    #expect(listed([]) == "")
    #expect(listed(["a", "b"]) == "a, b")
    #expect(listed((1...13).map(String.init)) == "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12…")
  }

  @Test func prefersTheFirstOfEquals() {
    #expect(nearest(to: "cal", in: ["cat", "car"]) == "cat")
    #expect(nearest(to: "cal", in: ["car", "cat"]) == "car")
    #expect(nearest(to: "cat", in: ["car", "cat"]) == "cat")
  }
}
