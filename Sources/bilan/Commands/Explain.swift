import Desk
import Diagnostics

extension Command {
  static let explain = Command(
    name: "explain",
    operands: [Operand(name: "CODE", help: "le code que « bilan check » met entre crochets : cle-inconnue")],
    summary: "Explique un message : ce qu’il veut dire, un exemple fautif, un exemple juste."
  ) { arguments in
    let messages = Messages.builtIn
    let code = arguments.operands[0]
    guard let message = messages.message(code) else {
      let guess = nearest(to: code, in: messages.codes)
      throw UsageError(
        message: "code inconnu « \(code) »",
        help: guess.map { "vouliez-vous dire « bilan explain \($0) » ?" }
          ?? "le code d’un message est entre crochets, à la fin de sa première ligne")
    }
    Terminal.print(message.text)
    return .success
  }
}
