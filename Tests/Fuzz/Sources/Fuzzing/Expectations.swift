import Diagnostics

/// Stops the fuzzer where a property does not hold: it then keeps the input.
public func expect(_ holds: Bool, _ property: @autoclosure () -> String) {
  if !holds { fatalError(property()) }
}

/// The input of one run.
public func input(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
  Array(UnsafeBufferPointer(start: start, count: count))
}

/// Whatever is said of a file points into it, and is said in words.
public func expectInside(_ diagnostics: [Diagnostic], _ files: [SourceFile]) {
  for diagnostic in diagnostics {
    expect(!diagnostic.message.isEmpty, "\(diagnostic.code) says nothing")
    expectInside(diagnostic.location, files, diagnostic.code)
    for note in diagnostic.notes { note.location.map { expectInside($0, files, diagnostic.code) } }
  }
}

private func expectInside(_ location: SourceLocation, _ files: [SourceFile], _ code: String) {
  guard let file = files.first(where: { $0.path == location.file }) else { return }
  expect(location.range.upperBound <= file.bytes.count, "\(code) at \(location) is outside its file")
}
