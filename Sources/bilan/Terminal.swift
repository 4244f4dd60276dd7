import Glibc

/// The two streams, and what may be shown on them.
enum Terminal {
  static let outputIsTerminal = isatty(STDOUT_FILENO) == 1
  static let errorIsTerminal = isatty(STDERR_FILENO) == 1

  /// Colour on a terminal only, and never against the reader's wish (https://no-color.org).
  static let errorTakesColour = errorIsTerminal && welcomesColour
  static let outputTakesColour = outputIsTerminal && welcomesColour
  private static let welcomesColour = !isSet("NO_COLOR") && value("TERM") != "dumb"

  static func print(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }
  static func print(_ text: String) { write(Array((text + "\n").utf8), to: STDOUT_FILENO) }
  static func complain(_ bytes: [UInt8]) { write(bytes, to: STDERR_FILENO) }
  static func complain(_ text: String) { write(Array((text + "\n").utf8), to: STDERR_FILENO) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
        if count < 0, errno == EINTR { continue }
        // A closed pipe (`bilan check | head`) is not worth a word.
        if count <= 0 { return }
        written += count
      }
    }
  }

  private static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
  private static func isSet(_ name: String) -> Bool { value(name).map { !$0.isEmpty } ?? false }
}
