/// What shells complete, made from the declarations of the commands.
enum ShellCompletions {
  // MARK: - bash

  static func bash(_ commands: [Command]) -> String {
    """
    # Complétion de bilan pour bash : bilan completions bash > ~/.local/share/bash-completion/completions/bilan
    _bilan() {
      local mot="${COMP_WORDS[COMP_CWORD]}" avant="${COMP_WORDS[COMP_CWORD-1]}" choix=""
      if [ "$COMP_CWORD" -eq 1 ]; then
        choix="\(commands.map(\.name).joined(separator: " ")) --help --version"
      else
        case "${COMP_WORDS[1]} $avant" in
    \(commands.flatMap(bashValues).joined(separator: "\n"))
          *)
            case "${COMP_WORDS[1]}" in
    \(commands.map(bashOptions).joined(separator: "\n"))
            esac ;;
        esac
      fi
      COMPREPLY=($(compgen -W "$choix" -- "$mot"))
    }
    complete -o default -F _bilan bilan
    """
  }

  private static func bashValues(_ command: Command) -> [String] {
    command.options.compactMap { option in
      guard option.value != nil else { return nil }
      // Nothing to choose from: the shell then offers files.
      return "      \"\(command.name) \(option.name)\") choix=\"\(option.choices.joined(separator: " "))\" ;;"
    }
  }

  private static func bashOptions(_ command: Command) -> String {
    let words = command.operands.flatMap(\.choices) + command.options.map(\.name) + ["--help"]
    return "          \(command.name)) choix=\"\(words.joined(separator: " "))\" ;;"
  }

  // MARK: - zsh

  static func zsh(_ commands: [Command]) -> String {
    let names = commands.map { "    '\($0.name):\(zshEscaped($0.summary))'" }
    let cases = commands.map { command in
      let words = command.operands.enumerated().map {
        "'\($0 + 1):\(zshEscaped($1.name)):\(zshChoices($1.choices))'"
      }
      let options = command.options.map { option in
        let value = option.value.map { ":\($0):\(zshChoices(option.choices))" } ?? ""
        return "'\(option.name)[\(zshEscaped(option.help))]\(value)'"
      }
      return
        "    \(command.name)) _arguments \((words + options + ["'--help[cette aide]'"]).joined(separator: " ")) ;;"
    }
    return """
      #compdef bilan
      # Complétion de bilan pour zsh : bilan completions zsh > un dossier de $fpath, sous le nom _bilan
      _bilan() {
        local -a commandes=(
      \(names.joined(separator: "\n"))
        )
        if (( CURRENT == 2 )); then
          _describe 'commande' commandes
          return
        fi
        local commande=$words[2]
        shift words
        (( CURRENT-- ))
        case $commande in
      \(cases.joined(separator: "\n"))
        esac
      }
      _bilan "$@"
      """
  }

  private static func zshChoices(_ choices: [String]) -> String {
    choices.isEmpty ? "_files" : "(" + choices.joined(separator: " ") + ")"
  }

  /// Colons and brackets part the fields of a specification; quotes end it.
  private static func zshEscaped(_ text: String) -> String {
    text.map { ":[]\\".contains($0) ? "\\\($0)" : $0 == "'" ? "’" : String($0) }.joined()
  }

  // MARK: - fish

  static func fish(_ commands: [Command]) -> String {
    var lines = [
      "# Complétion de bilan pour fish : bilan completions fish > ~/.config/fish/completions/bilan.fish",
      "complete -c bilan -n __fish_use_subcommand -f -l help -d 'l’aide'",
      "complete -c bilan -n __fish_use_subcommand -f -l version -d 'la version'",
    ]
    for command in commands {
      let here = "complete -c bilan -n '__fish_seen_subcommand_from \(command.name)'"
      lines.append(
        "complete -c bilan -n __fish_use_subcommand -f -a \(command.name) -d '\(fishEscaped(command.summary))'"
      )
      for operand in command.operands where !operand.choices.isEmpty {
        lines.append(
          "\(here) -f -a '\(operand.choices.joined(separator: " "))' -d '\(fishEscaped(operand.help))'")
      }
      for option in command.options {
        let value = option.value == nil ? " -f" : option.choices.isEmpty ? " -r" : " -x"
        let choices = option.choices.isEmpty ? "" : " -a '\(option.choices.joined(separator: " "))'"
        let name = option.name.drop { $0 == "-" }
        lines.append("\(here)\(value) -l \(name)\(choices) -d '\(fishEscaped(option.help))'")
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func fishEscaped(_ text: String) -> String {
    text.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
  }
}
