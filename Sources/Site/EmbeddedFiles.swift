import CSite
import Diagnostics

/// The files that come with the program.
public enum EmbeddedFiles {
  /// Those whose path starts so, in the order of the paths: `layouts/`, `docs/messages.md`.
  public static func below(_ prefix: String) -> [SourceFile] {
    (0..<bilan_embedded_file_count).compactMap { i in
      let file = bilan_embedded_file_at(i)
      let path = String(cString: file.path)
      guard path.hasPrefix(prefix) else { return nil }
      return SourceFile(path: path, bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
    }
  }
}
