/// What `bilan explain CODE` says of a rule: why it is one, then what breaks it and what obeys it, as typed.
public struct Explanation: Hashable, Sendable {
  public let rule: String
  public let wrong: String
  public let right: String

  public init(_ rule: String, wrong: String, right: String) {
    self.rule = rule
    self.wrong = wrong
    self.right = right
  }
}
