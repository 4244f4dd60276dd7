import Diagnostics

/// The layouts of a publication, compiled once and rendered from any thread.
///
/// The language is a subset of Jinja 3.1, and what it takes it renders as Jinja does, byte for byte, under
/// `autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined`. `docs/mise-en-page.md` tells it
/// to site owners.
public struct TemplateSet: Sendable {
  private let layouts: CompiledLayouts

  /// Compiles every file. A layout is called by its path below `layouts/`: `page.html`, `blocs/focus.html`. Of two
  /// files with one name the last counts. What does not compile is reported; a set with an error renders only the
  /// files that have none.
  ///
  /// - Parameters:
  ///   - filters: filters beside the language's own.
  ///   - globals: variables that every layout and every macro sees.
  public init(
    _ files: [SourceFile], filters: [Filter] = [], globals: Map = Map(), diagnostics: inout [Diagnostic]
  ) {
    var parsed: [(name: String, file: SourceFile, statements: [Statement])] = []
    var numbers: [String: Int] = [:]
    for file in files {
      let name = Self.name(of: file)
      let statements = Parser.statements(of: file, &diagnostics)
      if let number = numbers[name] {
        parsed[number] = (name, file, statements)
      } else {
        numbers[name] = parsed.count
        parsed.append((name, file, statements))
      }
    }
    var compiler = Compiler(filters: filters, globals: globals)
    compiler.compile(parsed)
    diagnostics += compiler.diagnostics
    layouts = CompiledLayouts(compiler.program)
  }

  private static func name(of file: SourceFile) -> String {
    let folder = "layouts/"
    return file.path.hasPrefix(folder) ? String(file.path.dropFirst(folder.count)) : file.path
  }

  public func contains(_ name: String) -> Bool { layouts.program.templateNumbers[name] != nil }

  /// Renders a layout with the variables of the context.
  public func render(_ name: String, _ context: Map) throws(TemplateError) -> [UInt8] {
    var output: [UInt8] = []
    try render(name, context, into: &output)
    return output
  }

  /// Renders a layout at the end of a buffer. After an error the buffer holds what it held before.
  public func render(_ name: String, _ context: Map, into output: inout [UInt8]) throws(TemplateError) {
    var series = Series(self)
    try series.render(name, context, into: &output)
  }

  /// Renders layouts one after the other, as the blocks of a text: the room that one has needed serves the next.
  public struct Series {
    private var renderer: Renderer

    public init(_ templates: TemplateSet) { renderer = Renderer(templates.layouts) }

    /// Renders a layout at the end of a buffer. After an error the buffer holds what it held before.
    public mutating func render(
      _ name: String, _ context: Map, into output: inout [UInt8]
    ) throws(TemplateError) {
      let count = output.count
      swap(&renderer.output, &output)
      defer { swap(&renderer.output, &output) }
      do throws(RenderFailure) {
        try renderer.render(name, context)
      } catch {
        renderer.output.removeLast(renderer.output.count - count)
        switch error {
        case .failed(let diagnostic): throw TemplateError(diagnostic)
        }
      }
    }
  }
}

extension TemplateSet {
  /// Renders a layout piece by piece: a page as long as a book need not be kept whole.
  ///
  /// - Parameter drain: takes the pieces, in their order. After an error it has taken some.
  public func render(
    _ name: String, _ context: Map, drain: @escaping Drain
  ) throws(TemplateError) {
    var renderer = Renderer(layouts)
    renderer.drain = drain
    do throws(RenderFailure) {
      try renderer.render(name, context)
    } catch {
      switch error {
      case .failed(let diagnostic): throw TemplateError(diagnostic)
      }
    }
    drain(renderer.output)
  }
}

extension Renderer {
  mutating func render(_ name: String, _ context: Map) throws(RenderFailure) {
    begin(with: context)
    guard let number = layouts.program.templateNumbers[name] else {
      let near = nearest(to: name, in: layouts.program.templates.map(\.name))
      let location = SourceLocation(file: "layouts/\(name)", range: 0..<0)
      throw .failed(
        Diagnostic(
          TemplateCode.missingTemplate, at: location, "La mise en page « \(name) » n’existe pas",
          help: near.map { "vouliez-vous dire « \($0) » ?" } ?? "créez le fichier layouts/\(name)"))
    }
    contexts.append(Context(parent: .root, chain: [Int32(number)], locals: []))
    try run(template: Int32(number), context: 0, from: -1)
  }
}
