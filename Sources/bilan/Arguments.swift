import Diagnostics

/// What was typed after the command's name, held against its declaration.
struct Arguments: Sendable {
  private(set) var operands: [String] = []
  private var values: [String: String] = [:]

  init(_ words: some Sequence<String>, for command: Command) throws(UsageError) {
    var words = Array(words)[...]
    while let word = words.popFirst() {
      if word == "--" {
        operands += words
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let option = command.options.first(where: { $0.name == parts[0] }) else {
        let guess = nearest(to: parts[0], in: command.options.map(\.name))
        throw UsageError(
          message: "option inconnue « \(parts[0]) » pour « bilan \(command.name) »",
          help: guess.map { "vouliez-vous dire « \($0) » ?" } ?? "bilan \(command.name) --help donne la liste"
        )
      }
      values[option.name] = try Self.value(of: option, written: parts, following: &words)
    }
    try check(against: command)
  }

  private func check(against command: Command) throws(UsageError) {
    if let option = command.options.first(where: { $0.isRequired && !has($0.name) }) {
      throw UsageError(message: "il manque \(option.name)", help: command.usage)
    }
    guard operands.count <= command.operands.count else {
      throw UsageError(message: "mot en trop : « \(operands[command.operands.count]) »", help: command.usage)
    }
    for (place, operand) in command.operands.enumerated() {
      guard place < operands.count else {
        if operand.isOptional { return }
        throw UsageError(message: "il manque \(operand.name)", help: command.usage)
      }
      let word = operands[place]
      guard operand.choices.isEmpty || operand.choices.contains(word) else {
        let guess = nearest(to: word, in: operand.choices)
        throw UsageError(
          message: "« \(word) » n’est pas une valeur de \(operand.name)",
          help: guess.map { "vouliez-vous dire « \($0) » ?" }
            ?? "valeurs possibles : " + operand.choices.joined(separator: ", "))
      }
    }
  }

  private static func value(
    of option: Command.Option, written parts: [String], following words: inout ArraySlice<String>
  ) throws(UsageError) -> String {
    guard let placeholder = option.value else {
      guard parts.count == 1 else {
        throw UsageError(message: "l’option \(option.name) ne prend pas de valeur")
      }
      return ""
    }
    guard let value = parts.count == 2 ? parts[1] : words.popFirst() else {
      throw UsageError(
        message: "il manque une valeur à \(option.name)", help: "\(option.name) \(placeholder)")
    }
    guard option.choices.isEmpty || option.choices.contains(value) else {
      throw UsageError(
        message: "« \(value) » n’est pas une valeur de \(option.name)",
        help: "valeurs possibles : " + option.choices.joined(separator: ", "))
    }
    return value
  }

  func has(_ name: String) -> Bool { values[name] != nil }

  subscript(_ name: String) -> String? { values[name] }

  /// A positive whole number, or nil when the option is absent.
  func count(_ name: String) throws(UsageError) -> Int? {
    guard let text = values[name] else { return nil }
    guard let number = Int(text), number > 0 else {
      throw UsageError(message: "\(name) attend un nombre entier positif, non « \(text) »")
    }
    return number
  }
}
