import Diagnostics
import Site

/// What there is to know of each diagnostic, as `docs/messages.md` has it: a heading `## code`, a text, and examples in
/// fences named `faux` and `juste`.
public struct Messages: Sendable {
  public struct Message: Hashable, Sendable {
    public let code: String
    /// Ready to be read in a terminal, without a line feed at its end.
    public let text: String
  }

  public let all: [Message]

  public static let builtIn = Messages(EmbeddedFiles.below("docs/messages.md").first?.bytes ?? [])

  public init(_ markdown: [UInt8]) {
    var reader = MessageReader()
    for line in String(decoding: markdown, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      reader.read(line.hasSuffix("\r") ? line.dropLast() : line)
    }
    reader.endMessage()
    all = reader.messages
  }

  public var codes: [String] { all.map(\.code) }

  /// The message of a code, which may be typed in capitals or in the brackets of a report.
  public func message(_ code: String) -> Message? {
    let wanted = code.lowercased().filter { $0 != "[" && $0 != "]" && $0 != "`" }
    return all.first { $0.code == wanted }
  }
}

/// Reads the file line by line. What stands in a fence is an example, whatever it looks like.
private struct MessageReader {
  var messages: [Messages.Message] = []
  private var code: String?
  private var lines: [String] = []
  private var fence: Substring?

  mutating func read(_ line: Substring) {
    if let open = fence {
      let isEnd = line.hasPrefix(open) && line.allSatisfy { $0 == "`" || $0 == " " }
      if isEnd { fence = nil } else { lines.append(line.isEmpty ? "" : "    " + line) }
    } else if line.hasPrefix("```") {
      let ticks = line.prefix { $0 == "`" }
      fence = ticks
      addTitle(line.dropFirst(ticks.count))
    } else if line.hasPrefix("## ") {
      endMessage()
      code = String(line.dropFirst(3).filter { $0 != "`" && $0 != " " })
    } else if line.hasPrefix("# ") {
      endMessage()
    } else {
      lines.append(String(line))
    }
  }

  /// The first word of a fence says what the example is; a path may follow.
  private mutating func addTitle(_ information: Substring) {
    let words = information.split(separator: " ")
    let place = words.count > 1 && words[1] != "octets" ? " (\(words[1]))" : ""
    switch words.first {
    case "faux": lines.append("Faux\(place) :")
    case "juste": lines.append("Juste\(place) :")
    default: break
    }
  }

  mutating func endMessage() {
    if let code {
      while lines.last == "" { lines.removeLast() }
      let body = lines.drop { $0.isEmpty }
      messages.append(.init(code: code, text: ([code, ""] + body).joined(separator: "\n")))
    }
    code = nil
    lines = []
    fence = nil
  }
}
