extension Command {
  static let completions = Command(
    name: "completions",
    operands: [
      Operand(name: "SHELL", help: "l’interpréteur de commandes", choices: ["bash", "zsh", "fish"])
    ],
    summary: "Donne de quoi compléter les commandes dans un terminal."
  ) { arguments in
    let commands = Bilan.commands.filter { !$0.isHidden }
    switch arguments.operands[0] {
    case "zsh": Terminal.print(ShellCompletions.zsh(commands))
    case "fish": Terminal.print(ShellCompletions.fish(commands))
    default: Terminal.print(ShellCompletions.bash(commands))
    }
    return .success
  }

  static let manual = Command(
    name: "manual", summary: "Donne la page de manuel, bilan.1.", isHidden: true
  ) { _ in
    Terminal.print(ManualPage.text(Bilan.commands.filter { !$0.isHidden }))
    return .success
  }
}
