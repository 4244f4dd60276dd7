import Diagnostics

struct TextRenderer {
  let colour: Bool
  func render(_ d: [Diagnostic], sources: (String) -> SourceFile?) -> [UInt8] {
    var o: [UInt8] = []
    for x in d {
      let p = sources(x.location.file).map { LineTable($0.bytes).position(of: x.location.range.lowerBound) }
      o.append(
        "\(x.location.file):\(p?.line ?? 1):\(p?.column ?? 1): \(x.severity == .error ? "erreur" : "avertissement"): \(x.message) [\(x.code)]\n"
      )
      if let h = x.help { o.append("  aide : \(h)\n") }
    }
    return o
  }
}
extension Draft {
  func print(in format: String) {
    Terminal.print(TextRenderer(colour: false).render(diagnostics, sources: source))
  }
}
