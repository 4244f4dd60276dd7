import Foundation
import TestSupport
import Testing

@testable import Drawing

@Suite struct StyleSheetTests {
  private var file: URL { Repository.url("assets/graphiques.css") }

  /// `BILAN_ECRIRE=1 swift test --filter StyleSheetTests` rewrites the file.
  @Test func isTheFileThatPagesAreGiven() throws {
    if ProcessInfo.processInfo.environment["BILAN_ECRIRE"] != nil {
      try Data(StyleSheet.page).write(to: file)
    }
    #expect(try Data(contentsOf: file) == Data(StyleSheet.page))
  }
}
