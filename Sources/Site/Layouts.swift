import Diagnostics
import Templates

/// The layouts of a site, compiled, and what is wrong with them.
struct Layouts: Sendable {
  let files: [SourceFile]
  let templates: TemplateSet
  private(set) var faults: [Diagnostic] = []

  /// - Parameter earlier: those to take over if they are made of the same files.
  init(_ files: [SourceFile], since earlier: Layouts?) {
    if let earlier, earlier.files == files {
      self = earlier
    } else {
      self.files = files
      templates = TemplateSet(files, diagnostics: &faults)
    }
  }
}
