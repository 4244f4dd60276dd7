import Testing

@testable import Templates

/// Every template says the same here and in Jinja2 3.1.6: the same bytes, or an error in both.
@Suite("Jinja2", .enabled(if: Jinja.isInstalled))
struct JinjaTests {
  @Test("agrees on the shared cases")
  func shared() throws {
    let cases = try CaseFile.all()
    #expect(cases.count >= 300)
    try compare(cases)
  }

  private func compare(_ cases: [Jinja.Case]) throws {
    let theirs = try Jinja.render(cases, sharedContext)
    for (item, theirs) in zip(cases, theirs) {
      let ours = Jinja.renderHere(item, sharedContext)
      switch (ours, theirs) {
      case (.error, .error): break
      default: #expect(ours == theirs, "\(item.name): \(item.files)")
      }
    }
  }
}
