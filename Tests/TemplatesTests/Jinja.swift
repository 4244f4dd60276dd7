import Diagnostics
import Foundation
import TestSupport

@testable import Templates

/// Real Jinja2, asked for what it makes of templates.
enum Jinja {
  static var isInstalled: Bool {
    guard Python.isAvailable else { return false }
    return (try? run(["-c", "import jinja2; assert jinja2.__version__ == '3.1.6'"], input: Data())) != nil
  }

  struct Case: Sendable {
    let name: String
    let main: String
    let files: [String: String]
  }

  enum Outcome: Equatable, Sendable {
    case text(String)
    case error(String)
  }

  static func render(_ cases: [Case], _ context: Map) throws -> [Outcome] {
    var json = JSONWriter()
    json.object { json in
      json.member("context") { $0.value(.map(context)) }
      json.member("cases") { json in
        json.array { json in
          for item in cases {
            json.object { json in
              json.member("main", item.main)
              json.member("files") { json in
                json.object { json in
                  for (name, text) in item.files.sorted(by: { $0.key < $1.key }) {
                    json.member(named: name) { $0.string(text) }
                  }
                }
              }
            }
          }
        }
      }
    }
    let answer = try run(
      [Repository.url("Tests/Tools/render_jinja.py").path], input: Data(json.bytes))
    let outcomes = try JSONDecoder().decode([[String: String]].self, from: answer)
    return outcomes.map { $0["text"].map { .text($0) } ?? .error($0["error"] ?? "") }
  }

  /// What our own language makes of them.
  static func renderHere(_ item: Case, _ context: Map) -> Outcome {
    var diagnostics: [Diagnostic] = []
    let files = item.files.sorted { $0.key < $1.key }.map {
      SourceFile(path: "layouts/\($0.key)", text: $0.value)
    }
    let set = TemplateSet(files, diagnostics: &diagnostics)
    if let first = diagnostics.first { return .error("\(first.code) : \(first.message)") }
    do {
      return .text(String(decoding: try set.render(item.main, context), as: UTF8.self))
    } catch {
      return .error("\(error.diagnostic.code) : \(error.diagnostic.message)")
    }
  }

  private struct Failure: Error { let status: Int32 }

  private static func run(_ arguments: [String], input: Data) throws -> Data {
    let process = Process()
    process.executableURL = Python.interpreter
    process.arguments = arguments
    let question = Pipe()
    let answer = Pipe()
    process.standardInput = question
    process.standardOutput = answer
    try process.run()
    let writer = Thread {
      try? question.fileHandleForWriting.write(contentsOf: input)
      try? question.fileHandleForWriting.close()
    }
    writer.start()
    let output = try answer.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
    return output
  }
}

extension JSONWriter {
  mutating func value(_ value: Value) {
    switch value {
    case .none, .handle: null()
    case .bool(let value): number(value ? "true" : "false")
    case .int(let value): number(String(value))
    case .double(let value): number(PythonFloat.text(of: value))
    case .string(let text): string(text)
    case .markup(let bytes): object { $0.member("__html__", String(decoding: bytes, as: UTF8.self)) }
    case .list(let items): array { json in for item in items { json.value(item) } }
    case .map(let map):
      object { json in
        for (key, item) in zip(map.keys, map.values) { json.member(named: key) { $0.value(item) } }
      }
    }
  }
}
