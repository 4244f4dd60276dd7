import Glibc

/// The interpreter that `make tools` installs; tests that need it are enabled by its presence.
enum Python {
  static let interpreter = PublishedTables.root + "/.build-tools/bin/python"

  static let isPresent = access(interpreter, X_OK) == 0

  /// Whether a module can be imported.
  static func has(_ module: String) -> Bool {
    isPresent && run("import \(module)", in: "/tmp").status == 0
  }

  /// Runs a program in a folder; what it printed, and its exit status.
  static func run(_ program: String, in folder: String) -> (output: String, status: Int32) {
    let file = folder + "/program.py"
    write(Array(program.utf8), to: file)
    let command = "cd '\(folder)' && '\(interpreter)' '\(file)' 2>&1"
    guard let pipe = popen(command, "r") else { return ("", -1) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, pipe)
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    return (String(decoding: bytes, as: UTF8.self), pclose(pipe))
  }

  /// A folder of its own, removed afterwards.
  static func withFolder<T>(_ body: (String) -> T) -> T {
    var template = Array("/tmp/bilan-XXXXXX".utf8CString)
    let folder = template.withUnsafeMutableBufferPointer { buffer -> String in
      guard let base = buffer.baseAddress, mkdtemp(base) != nil else { return "/tmp" }
      return String(cString: base)
    }
    defer { if folder != "/tmp" { _ = system("rm -rf '\(folder)'") } }
    return body(folder)
  }

  static func write(_ bytes: [UInt8], to path: String) {
    guard let stream = fopen(path, "wb") else { return }
    fwrite(bytes, 1, bytes.count, stream)
    fclose(stream)
  }
}

/// A small generator of the same numbers on every machine (SplitMix64, G. Steele and others, OOPSLA 2014).
struct Numbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
