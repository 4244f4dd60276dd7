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
    let expected = command.operands.count
    guard operands.count == expected else {
      throw UsageError(
        message: operands.count > expected
          ? "mot en trop : « \(operands[expected]) »" : "il manque \(command.operands[operands.count])",
        help: command.usage)
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
