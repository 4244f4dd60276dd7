import Testing

@testable import KeyFigures

@Suite struct ExplanationTests {
  @Test(arguments: KeyFigureCode.allCases) func explainsEveryCodeWithAWrongAndARightExample(
    _ code: KeyFigureCode
  ) {
    let explanation = code.explanation
    #expect(!explanation.rule.isEmpty && !explanation.wrong.isEmpty && !explanation.right.isEmpty)
    #expect(explanation.wrong != explanation.right)
  }
}
