/// One command of `bilan`, as declared: parsing, `--help`, the manual page and shell completions all read this.
struct Command: Sendable {
  struct Option: Sendable {
    let name: String
    /// What stands for its value in the help; nil for a switch.
    var value: String?
    let help: String
    /// The only values it takes, where they can be listed.
    var choices: [String] = []
  }

  let name: String
  /// What stands for its operands in the help: `DIR`, `"TITRE"`.
  var operands: [String] = []
  let summary: String
  let options: [Option]
  let run: @Sendable (Arguments) async throws -> ExitStatus

  /// `bilan build [--source DIR] …`
  var usage: String {
    let options = options.map { option in option.value.map { "[\(option.name) \($0)]" } ?? "[\(option.name)]"
    }
    return (["bilan", name] + operands + options).joined(separator: " ")
  }
}

/// The contract with whoever calls `bilan`.
enum ExitStatus: Int32 {
  case success = 0
  /// The content has errors (with `--strict`, warnings too).
  case contentFault = 1
  case wrongUsage = 2
  case diskFault = 3
}

/// A command line that cannot be understood.
struct UsageError: Error {
  let message: String
  var help: String?
}
