import Glibc
import Publication
import Testing

@testable import Site

/// A folder of its own, removed at the end.
final class Playground: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/bilan-test-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { _ = system("rm -rf '\(path)'") }

  func names(in folder: String) -> [String] {
    ((try? Disk.entries(of: path + "/" + folder)) ?? []).map(\.name)
  }
}

@Suite struct StagingTests {
  @Test func publishesWhereNothingWas() throws {
    let playground = try Playground()
    let staging = try Staging(replacing: playground.path + "/output")
    try staging.makeFolders(for: ["a/b/page.html"])
    try staging.write("a/b/page.html", Array("bonjour".utf8))
    #expect(playground.names(in: "").isEmpty, "nothing shows before it is complete")
    try staging.publish()
    #expect(try Disk.read(playground.path + "/output/a/b/page.html") == Array("bonjour".utf8))
    #expect(playground.names(in: "") == ["output"])
  }

  @Test func keepsThePublishedSiteWhenItGivesUp() throws {
    let playground = try Playground()
    let output = playground.path + "/output"
    let first = try Staging(replacing: output)
    try first.write("index.html", [1])
    try first.publish()
    let second = try Staging(replacing: output)
    try second.write("index.html", [2])
    second.abandon()
    #expect(try Disk.read(output + "/index.html") == [1])
  }

  @Test func linksWhatHasNotChanged() throws {
    let playground = try Playground()
    let output = playground.path + "/output"
    for content in [[7], [7, 8]] as [[UInt8]] {
      let staging = try Staging(replacing: output)
      try staging.write("same.css", [1, 2, 3])
      try staging.write("index.html", content)
      try staging.publish()
    }
    var status = stat()
    stat(output + "/same.css", &status)
    #expect(status.st_size == 3)
    #expect(try Disk.read(output + "/index.html") == [7, 8])
    #expect(playground.names(in: "") == ["output"])
  }

  @Test func refusesAFolderItDidNotWrite() throws {
    let playground = try Playground()
    _ = system("mkdir \(playground.path)/precious && touch \(playground.path)/precious/thesis.md")
    #expect(throws: DiskError.self) { try Staging(replacing: playground.path + "/precious") }
    #expect(playground.names(in: "precious") == ["thesis.md"])
  }

  @Test func removesWhatAKilledBuildLeft() throws {
    let playground = try Playground()
    _ = system(
      "mkdir \(playground.path)/.output.bilan-Ab3dEf && touch \(playground.path)/.output.bilan-Ab3dEf/x")
    let staging = try Staging(replacing: playground.path + "/output")
    #expect(Disk.kind(of: playground.path + "/.output.bilan-Ab3dEf") == nil)
    try staging.publish()
  }

  @Test func putsBackASiteThatAKilledExchangeSetAside() throws {
    let playground = try Playground()
    _ = system(
      "mkdir \(playground.path)/.output.bilan-Ab3dEf.ancien && touch \(playground.path)/.output.bilan-Ab3dEf.ancien/.bilan"
    )
    let staging = try Staging(replacing: playground.path + "/output")
    #expect(Disk.kind(of: playground.path + "/output") == .directory)
    staging.abandon()
  }
}
