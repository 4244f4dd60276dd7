/// One command of `bilan`, as declared: parsing, `--help`, the manual page and shell completions all read this.
struct Command: Sendable {
  struct Option: Sendable {
    let name: String
    /// What stands for its value in the help; nil for a switch.
    var value: String?
    let help: String
    /// The only values it takes, where they can be listed.
    var choices: [String] = []
    var isRequired = false

    var usage: String {
      let text = value.map { name + " " + $0 } ?? name
      return isRequired ? text : "[\(text)]"
    }
  }

  /// A word that follows the name of the command.
  struct Operand: Sendable {
    /// What stands for it in the help: `DIR`, `"TITRE"`.
    let name: String
    let help: String
    var isOptional = false
    /// The only values it takes, where they can be listed.
    var choices: [String] = []

    var usage: String {
      let text = choices.isEmpty ? name : choices.joined(separator: "|")
      return isOptional ? "[\(text)]" : text
    }
  }

  let name: String
  var operands: [Operand] = []
  let summary: String
  var options: [Option] = []
  /// For those who package the program: left out of the help.
  var isHidden = false
  let run: @Sendable (Arguments) async throws -> ExitStatus

  /// `bilan build [--source DIR] …`
  var usage: String {
    return (["bilan", name] + operands.map(\.usage) + options.map(\.usage)).joined(separator: " ")
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
