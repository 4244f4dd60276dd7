import Diagnostics
import Publication
import Testing

/// Sections that a fuzzer found a fault with: whatever is said of them points inside them.
@Suite struct FoundByFuzzingTests {
  @Test func pointsInsideASectionWithoutAHeader() async {
    let (_, diagnostics) = await TinyPublication(["content/une/pix.md": "}\ns:  }\n-\n  "]).load()
    #expect(diagnostics.map(\.code) == ["entete-manquant", "espace-double"])
    #expect(diagnostics.map(\.location.range) == [0..<0, 4..<6])
  }
}
