import Foundation

/// The interpreter that `make tools` sets up, if it did; tests that need it are enabled by its presence.
public enum Python {
  public static let interpreter = Repository.url(".build-tools/bin/python")

  public static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: interpreter.path) }

  /// What a script of `Tests/Tools` answers, JSON to JSON.
  public static func run<Answer: Decodable>(_ script: String, on question: some Encodable) throws -> Answer {
    let process = Process()
    process.executableURL = interpreter
    process.arguments = [Repository.url("Tests/Tools/\(script)").path]
    let input = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: input) }
    try JSONEncoder().encode(question).write(to: input)
    let output = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode(Answer.self, from: data)
  }

  /// Whether a module can be imported.
  public static func has(_ module: String) -> Bool {
    guard isAvailable, let folder = try? TestFolder() else { return false }
    return (try? run("import \(module)", in: folder).status) == 0
  }

  /// Runs a program in a folder; what it printed, its errors too, and its exit status.
  public static func run(_ program: String, in folder: TestFolder) throws -> (output: String, status: Int32) {
    let process = Process()
    process.executableURL = interpreter
    process.arguments = ["-c", program]
    process.currentDirectoryURL = URL(filePath: folder.path)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: data, as: UTF8.self), process.terminationStatus)
  }
}
