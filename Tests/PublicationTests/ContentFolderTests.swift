import Diagnostics
import Glibc
import Publication
import TestSupport
import Testing

/// A folder read again, where it is known what was written since.
@Suite struct ContentFolderTests {
  private let folder: TestFolder

  init() throws {
    folder = try TestFolder()
    mkdir(folder.path + "/content", 0o755)
    for name in ["a", "b", "c"] { try write(name, "avant") }
  }

  private func write(_ name: String, _ text: String) throws {
    try folder.write("content/\(name).md", text.utf8)
  }

  private func read(since earlier: ContentFolder? = nil, written: Set<String>? = nil) async throws
    -> ContentFolder
  {
    try await ContentFolder.read(folder.path, jobs: 1, since: earlier, written: written)
  }

  /// What each file says.
  private func says(_ folder: ContentFolder) -> [String] {
    folder.texts.map {
      "\($0.path.dropFirst("content/".count)): \(String(decoding: $0.bytes, as: UTF8.self))"
    }
  }

  @Test(arguments: [
    ("", "a", true), ("a", "", false), ("a", "a", false), ("a", "ab", true), ("ab", "b", true),
    // Whole letters are compared otherwise by `<`: é is E9 or e and 0301, equal to it, not to bytes.
    ("e\u{301}", "\u{E9}", true), ("\u{E9}", "e\u{301}", false), ("z", "\u{E9}", true),
    ("content/partie-1.md", "content/partie/a.md", true),
  ])
  func ordersPathsByTheirBytes(_ first: String, _ second: String, _ precedes: Bool) {
    #expect(first.precedesInBytes(second) == precedes)
  }

  @Test func readsOnlyWhatIsSaidToBeWritten() async throws {
    let earlier = try await read()
    try write("a", "après")
    try write("b", "après")
    let later = try await read(since: earlier, written: ["content/b.md"])
    #expect(says(later) == ["a.md: avant", "b.md: après", "c.md: avant"])
    // What was left out is still seen to have changed when all is looked at.
    #expect(says(try await read(since: later)) == ["a.md: après", "b.md: après", "c.md: avant"])
  }

  @Test func looksAtNothingWhereNothingIsSaidToBeWritten() async throws {
    let earlier = try await read()
    try write("a", "après")
    #expect(
      says(try await read(since: earlier, written: [])) == ["a.md: avant", "b.md: avant", "c.md: avant"])
  }

  @Test func looksAtAllForAFileThatIsNew() async throws {
    let earlier = try await read()
    try write("a", "après")
    try write("d", "neuf")
    #expect(
      says(try await read(since: earlier, written: ["content/d.md"]))
        == ["a.md: après", "b.md: avant", "c.md: avant", "d.md: neuf"])
  }

  @Test func looksAtAllForAFileThatIsGone() async throws {
    let earlier = try await read()
    try write("a", "après")
    unlink(folder.path + "/content/b.md")
    #expect(
      says(try await read(since: earlier, written: ["content/b.md"])) == ["a.md: après", "c.md: avant"])
  }

  @Test func looksAtAllForAPathThatIsNoFile() async throws {
    let earlier = try await read()
    try write("a", "après")
    for path in ["content", "content/", "content/a.m", "content/../content/b.md", "ailleurs.md", ""] {
      #expect(
        says(try await read(since: earlier, written: [path])) == [
          "a.md: après", "b.md: avant", "c.md: avant",
        ],
        "\(path)")
    }
  }

  @Test func readsAFileAgainThatHasTheSameSizeAndTime() async throws {
    let earlier = try await read()
    var before = stat()
    stat(folder.path + "/content/b.md", &before)
    try write("b", "aprè")
    var times = [before.st_atim, before.st_mtim]
    utimensat(AT_FDCWD, folder.path + "/content/b.md", &times, 0)
    #expect(
      says(try await read(since: earlier, written: ["content/b.md"]))
        == ["a.md: avant", "b.md: aprè", "c.md: avant"])
  }
}
