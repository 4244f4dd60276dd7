import Diagnostics

/// The layouts of a publication, compiled once and rendered from any thread.
public struct TemplateSet: Sendable {
  /// Compiles every file. A layout is called by its path below `layouts/`: `page.html`, `blocs/focus.html`. Of two
  /// files with one name the last counts. What does not compile is reported, and left out of the set.
  ///
  /// - Parameters:
  ///   - filters: filters beside the language's own.
  ///   - globals: variables that every layout and every macro sees.
  public init(
    _ files: [SourceFile], filters: [Filter] = [], globals: Map = Map(), diagnostics: inout [Diagnostic]
  ) {
  }

  public func contains(_ name: String) -> Bool { false }

  /// Renders a layout with the variables of the context.
  public func render(_ name: String, _ context: Map) throws(TemplateError) -> [UInt8] {
    var output: [UInt8] = []
    try render(name, context, into: &output)
    return output
  }

  /// Renders a layout at the end of a buffer. After an error the buffer holds what it held before.
  public func render(_ name: String, _ context: Map, into output: inout [UInt8]) throws(TemplateError) {
  }
}
