import Glibc
import Publication
import TestSupport
import Testing

@testable import Site

extension TestFolder {
  fileprivate func names(in folder: String) -> [String] {
    ((try? Disk.entries(of: path + "/" + folder)) ?? []).map(\.name)
  }
}

@Suite struct StagingTests {
  @Test func publishesWhereNothingWas() throws {
    let folder = try TestFolder()
    let staging = try Staging(replacing: folder.path + "/output")
    try staging.makeFolders(for: ["a/b/page.html"])
    try staging.write("a/b/page.html", Array("bonjour".utf8))
    #expect(folder.names(in: "").isEmpty, "nothing shows before it is complete")
    try staging.publish()
    #expect(try Disk.read(folder.path + "/output/a/b/page.html") == Array("bonjour".utf8))
    #expect(folder.names(in: "") == ["output"])
  }

  @Test(arguments: ["../x.svg", "graphiques/../../x.svg", "a/.."])
  func writesNothingOutside(path: String) throws {
    let folder = try TestFolder()
    let staging = try Staging(replacing: folder.path + "/output")
    #expect(throws: DiskError(.write, path, reason: "ce chemin sort du site")) {
      try staging.write(path, [1])
    }
    #expect(throws: DiskError.self) { try staging.makeFolders(for: [path]) }
    staging.abandon()
    #expect(folder.names(in: "").isEmpty)
  }

  @Test func keepsThePublishedSiteWhenItGivesUp() throws {
    let folder = try TestFolder()
    let output = folder.path + "/output"
    let first = try Staging(replacing: output)
    try first.write("index.html", [1])
    try first.publish()
    let second = try Staging(replacing: output)
    try second.write("index.html", [2])
    second.abandon()
    #expect(try Disk.read(output + "/index.html") == [1])
  }

  /// A file given in pieces over one that is published: `published` and the pieces, and whether it is linked.
  @Test(arguments: [
    ("abcdef", ["abc", "def"], true), ("abcdef", ["abcdef", ""], true), ("abcdef", ["abc", "xyz"], false),
    ("abcdef", ["abc"], false), ("abc", ["abc", "def"], false), ("abcdef", ["xbc", "def"], false),
    ("", ["abc"], false), ("abc", [], false), ("", [], true),
  ])
  func takesAFileInPieces(published: String, pieces: [String], isLinked: Bool) throws {
    let folder = try TestFolder()
    let output = folder.path + "/output"
    let first = try Staging(replacing: output)
    try first.write("a.html", Array(published.utf8))
    try first.publish()
    let before = number(ofFile: output + "/a.html")
    let second = try Staging(replacing: output)
    let file = try second.file("a.html")
    for piece in pieces { file.append(Array(piece.utf8)) }
    try file.finish()
    try second.publish()
    #expect((number(ofFile: output + "/a.html") == before) == isLinked)
    #expect(try Disk.read(output + "/a.html") == Array(pieces.joined().utf8))
  }

  private func number(ofFile path: String) -> ino_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_ino : 0
  }

  @Test func linksWhatHasNotChanged() throws {
    let folder = try TestFolder()
    let output = folder.path + "/output"
    var places: [[UInt64]] = []
    for content in [[7], [8]] as [[UInt8]] {
      let staging = try Staging(replacing: output)
      try staging.write("same.css", [1, 2, 3])
      try staging.write("index.html", content)
      try staging.publish()
      places.append(
        ["same.css", "index.html"].map { name in
          var status = stat()
          return stat(output + "/" + name, &status) == 0 ? UInt64(status.st_ino) : 0
        })
      #expect(try Disk.read(output + "/same.css") == [1, 2, 3])
      #expect(try Disk.read(output + "/index.html") == content)
    }
    #expect(places[0][0] == places[1][0])
    #expect(places[0][1] != places[1][1])
    #expect(folder.names(in: "") == ["output"])
  }

  @Test func publishesTwoBuildsThatBeganWhereNothingWas() throws {
    let folder = try TestFolder()
    let output = folder.path + "/output"
    let builds = [try Staging(replacing: output), try Staging(replacing: output)]
    for (build, content) in zip(builds, [[1], [2, 3]] as [[UInt8]]) {
      try build.write("index.html", content)
      try build.publish()
      #expect(try Disk.read(output + "/index.html") == content)
    }
    #expect(folder.names(in: "") == ["output"])
  }

  @Test func linksOnlyWhatItHasReadWhenAnotherBuildPublishesMeanwhile() throws {
    let folder = try TestFolder()
    let output = folder.path + "/output"
    let first = try Staging(replacing: output)
    try first.write("index.html", [1])
    try first.publish()
    let slow = try Staging(replacing: output)
    let quick = try Staging(replacing: output)
    try quick.write("index.html", [2])
    try quick.publish()
    try slow.write("index.html", [1])
    try slow.publish()
    #expect(try Disk.read(output + "/index.html") == [1])
  }

  @Test func refusesAFolderItDidNotWrite() throws {
    let folder = try TestFolder()
    _ = system("mkdir \(folder.path)/precious && touch \(folder.path)/precious/thesis.md")
    #expect(throws: DiskError.self) { try Staging(replacing: folder.path + "/precious") }
    #expect(folder.names(in: "precious") == ["thesis.md"])
  }

  @Test func removesWhatAKilledBuildLeft() throws {
    let folder = try TestFolder()
    _ = system(
      "mkdir \(folder.path)/.output.bilan-Ab3dEf && touch \(folder.path)/.output.bilan-Ab3dEf/x")
    let staging = try Staging(replacing: folder.path + "/output")
    #expect(Disk.kind(of: folder.path + "/.output.bilan-Ab3dEf") == nil)
    try staging.publish()
  }

  @Test func putsBackASiteThatAKilledExchangeSetAside() throws {
    let folder = try TestFolder()
    _ = system(
      "mkdir \(folder.path)/.output.bilan-Ab3dEf.ancien && touch \(folder.path)/.output.bilan-Ab3dEf.ancien/.bilan"
    )
    let staging = try Staging(replacing: folder.path + "/output")
    #expect(Disk.kind(of: folder.path + "/output") == .directory)
    staging.abandon()
  }
}
