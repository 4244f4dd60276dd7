import Foundation
import TestSupport

/// The shared cases. In a file whose name begins with `lines` each line is a template. In any other, `@@@ name` opens a case, `@@ file.html` a further file of it; what follows `@@@` is its
/// `main.html`. One line end before a mark belongs to the mark.
enum CaseFile {
  static func all() throws -> [Jinja.Case] {
    let folder = Repository.url("Tests/TemplatesTests/Cases")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".txt")
    }
    return try files.sorted().flatMap { file in
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      let prefix = String(file.dropLast(4))
      return file.hasPrefix("lines") ? readLines(text, prefix: prefix) : read(text, prefix: prefix)
    }
  }

  static func readLines(_ text: String, prefix: String) -> [Jinja.Case] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().filter { !$1.isEmpty }.map {
      Jinja.Case(name: "\(prefix):\($0 + 1)", main: "main.html", files: ["main.html": String($1)])
    }
  }

  static func read(_ text: String, prefix: String) -> [Jinja.Case] {
    var cases: [Jinja.Case] = []
    var name = ""
    var files: [String: String] = [:]
    var file = ""
    var lines: [Substring] = []
    func closeFile() { if !file.isEmpty { files[file] = lines.joined(separator: "\n") } }
    func closeCase() {
      closeFile()
      if !files.isEmpty {
        cases.append(Jinja.Case(name: "\(prefix)/\(name)", main: "main.html", files: files))
      }
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("@@@ ") {
        closeCase()
        name = String(line.dropFirst(4))
        files = [:]
        file = "main.html"
        lines = []
      } else if line.hasPrefix("@@ ") {
        closeFile()
        file = String(line.dropFirst(3))
        lines = []
      } else {
        lines.append(line)
      }
    }
    closeCase()
    return cases
  }
}
