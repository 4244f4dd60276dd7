import Diagnostics
import Publication
import Testing

/// Sections that a fuzzer found a fault with: whatever is said of them points inside them.
@Suite struct FoundByFuzzingTests {
  @Test(arguments: ["}\ns:  }\n-\n  "])
  func pointsInsideTheSection(_ text: String) async {
    let (_, diagnostics) = await TinyPublication(["content/une/pix.md": text]).load()
    for diagnostic in diagnostics where diagnostic.location.file == "content/une/pix.md" {
      #expect(diagnostic.location.range.upperBound <= text.utf8.count, "\(diagnostic)")
    }
  }
}
