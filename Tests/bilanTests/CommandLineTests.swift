import Testing

@testable import bilan

@Suite struct CommandLineTests {
  private let command = Command(
    name: "essai",
    operands: [
      .init(name: "DIR", help: "un dossier"),
      .init(name: "FORME", help: "la forme", isOptional: true, choices: ["longue", "courte"]),
    ],
    summary: "Essaie.", options: [.init(name: "--port", value: "N", help: "le port")]
  ) { _ in .success }

  @Test func readsOperandsAndOptions() throws {
    let arguments = try Arguments(["ici", "--port=12", "courte"], for: command)
    #expect(arguments.operands == ["ici", "courte"])
    #expect(try arguments.count("--port") == 12)
    #expect(try Arguments(["--", "--port"], for: command).operands == ["--port"])
  }

  @Test(arguments: [
    ([], "il manque DIR"), (["a", "b"], "« b » n’est pas une valeur de FORME"),
    (["a", "longue", "c"], "mot en trop : « c »"),
    (["a", "--prt"], "option inconnue « --prt » pour « bilan essai »"),
    (["a", "--port"], "il manque une valeur à --port"),
  ])
  func refuses(_ words: [String], _ message: String) {
    let error = #expect(throws: UsageError.self) { try Arguments(words, for: command) }
    #expect(error?.message == message)
  }

  @Test func describesACommand() {
    #expect(
      Help.text(for: command) == """
        Essaie.

        Usage : bilan essai DIR [longue|courte] [--port N]

          DIR       un dossier
          FORME     la forme (longue, courte)
          --port N  le port
          --help    cette aide
        """)
  }

  @Test func namesEveryVisibleCommandEverywhere() {
    let commands = Bilan.commands.filter { !$0.isHidden }
    for text in [
      Help.overview, ManualPage.text(commands), ShellCompletions.bash(commands),
      ShellCompletions.zsh(commands),
      ShellCompletions.fish(commands),
    ] {
      for command in commands { #expect(text.contains(command.name)) }
      #expect(!text.contains("manual"))
    }
  }

  @Test func asksForWhatIsRequired() {
    let error = #expect(throws: UsageError.self) { try Arguments(["Pix"], for: .new) }
    #expect(error?.message == "il manque --partie")
    #expect(error?.help == "bilan new \"TITRE\" --partie SLUG [--source DIR]")
  }

  @Test func escapesWhatTroffWouldObey() {
    #expect(ManualPage.escaped(".a-b\\") == "\\&.a\\-b\\e")
  }
}
