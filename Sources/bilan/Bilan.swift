import CSite
import Diagnostics
import Glibc
import Publication

/// The command line: finds the command, runs it, and turns what went wrong into an exit status.
@main
struct Bilan {
  static let version = "0.1.0"
  /// For `<meta name="generator">`.
  static let generator = "bilan \(version)"
  static let commands: [Command] = [
    .build, .check, .serve, .initialize, .new, .figures, .explain, .schema, .completions, .manual,
  ]

  static func main() {
    // A reader that leaves early must not kill a build half-way.
    signal(SIGPIPE, SIG_IGN)
    // A quota answers as a full disk does, with a message, instead of killing.
    signal(SIGXFSZ, SIG_IGN)
    // The heap of a task grows page by page, each time by a call to the system that stops all tasks: some 36,000 for
    // 10,000 sections, a twentieth of the time. A step as large as such a heap may be costs addresses, but no memory.
    bilan_take_memory_by(64 << 20)
    let words = Array(CommandLine.arguments.dropFirst())
    Task.detached { exit(await run(words).rawValue) }
    // This thread only waits. An asynchronous main would end it, and to end a thread a program that is linked
    // whole first sorts its tables for unwinding: 20 ms at each start.
    while true { pause() }
  }

  static func run(_ words: [String]) async -> ExitStatus {
    do {
      guard let name = words.first else { return showHelp(asked: false) }
      switch name {
      case "--version", "-V":
        Terminal.print("bilan \(version)")
        return .success
      case "--help", "-h", "help":
        return showHelp(asked: true)
      default:
        let command = try command(named: name)
        if words.dropFirst().contains(where: { $0 == "--help" || $0 == "-h" }) {
          Terminal.print(Help.text(for: command))
          return .success
        }
        return try await command.run(Arguments(words.dropFirst(), for: command))
      }
    } catch let error as UsageError {
      Terminal.complain("bilan : \(error.message.visible)" + (error.help.map { "\naide : \($0)" } ?? ""))
      return .wrongUsage
    } catch let error as DiskError {
      Terminal.complain("bilan : \(error)")
      return .diskFault
    } catch {
      Terminal.complain("bilan : \(error)")
      return .diskFault
    }
  }

  private static func command(named name: String) throws(UsageError) -> Command {
    if let command = commands.first(where: { $0.name == name }) { return command }
    let guess = nearest(to: name, in: commands.filter { !$0.isHidden }.map(\.name))
    throw UsageError(
      message: "commande inconnue « \(name) »",
      help: guess.map { "vouliez-vous dire « bilan \($0) » ?" } ?? "bilan --help donne la liste des commandes"
    )
  }

  private static func showHelp(asked: Bool) -> ExitStatus {
    if asked { Terminal.print(Help.overview) } else { Terminal.complain(Help.overview) }
    return asked ? .success : .wrongUsage
  }
}
