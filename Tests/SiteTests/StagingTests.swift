import Foundation
import Glibc
import Publication
import TestSupport
import Testing

@testable import Site

extension TestFolder {
  fileprivate var output: String { path + "/output" }

  /// Publishes a site of one page.
  fileprivate func publish(_ page: [UInt8]) throws {
    let staging = try Staging(replacing: output)
    try staging.write("index.html", page)
    try staging.publish()
  }

  /// What a folder holds, hidden files too.
  fileprivate func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).sorted()
  }
}

@Suite struct StagingTests {
  @Test func publishesWhereNothingWas() throws {
    let folder = try TestFolder()
    let staging = try Staging(replacing: folder.output)
    try staging.makeFolders(for: ["a/b/page.html"])
    try staging.write("a/b/page.html", Array("bonjour".utf8))
    #expect(try folder.names(in: "").allSatisfy { $0.hasPrefix(".") }, "nothing shows before it is complete")
    try staging.publish()
    #expect(try Disk.read(folder.path + "/output/a/b/page.html") == Array("bonjour".utf8))
    #expect(try folder.names(in: "") == ["output"])
  }

  @Test(arguments: ["../x.svg", "graphiques/../../x.svg", "a/.."])
  func writesNothingOutside(path: String) throws {
    let folder = try TestFolder()
    let staging = try Staging(replacing: folder.output)
    #expect(throws: DiskError(.write, path, reason: "ce chemin sort du site")) {
      try staging.write(path, [1])
    }
    #expect(throws: DiskError.self) { try staging.makeFolders(for: [path]) }
    staging.abandon()
    #expect(try folder.names(in: "") == [])
  }

  @Test func keepsThePublishedSiteWhenItGivesUp() throws {
    let folder = try TestFolder()
    try folder.publish([1])
    let staging = try Staging(replacing: folder.output)
    try staging.write("index.html", [2])
    staging.abandon()
    #expect(try Disk.read(folder.output + "/index.html") == [1])
    #expect(try folder.names(in: "") == ["output"])
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
    var places: [[UInt64]] = []
    for content in [[7], [8]] as [[UInt8]] {
      let staging = try Staging(replacing: folder.output)
      try staging.write("same.css", [1, 2, 3])
      try staging.write("index.html", content)
      try staging.publish()
      places.append(
        ["same.css", "index.html"].map { name in
          var status = stat()
          return stat(folder.output + "/" + name, &status) == 0 ? UInt64(status.st_ino) : 0
        })
      #expect(try Disk.read(folder.output + "/same.css") == [1, 2, 3])
      #expect(try Disk.read(folder.output + "/index.html") == content)
    }
    #expect(places[0][0] == places[1][0])
    #expect(places[0][1] != places[1][1])
    #expect(try folder.names(in: "") == ["output"])
  }

  @Test func publishesTwoBuildsThatBeganWhereNothingWas() throws {
    let folder = try TestFolder()
    let builds = [try Staging(replacing: folder.output), try Staging(replacing: folder.output)]
    for (build, content) in zip(builds, [[1], [2, 3]] as [[UInt8]]) {
      try build.write("index.html", content)
      try build.publish()
      #expect(try Disk.read(folder.output + "/index.html") == content)
    }
    #expect(try folder.names(in: "") == ["output"])
  }

  @Test func linksOnlyWhatItHasReadWhenAnotherBuildPublishesMeanwhile() throws {
    let folder = try TestFolder()
    try folder.publish([1])
    let slow = try Staging(replacing: folder.output)
    try folder.publish([2])
    try slow.write("index.html", [1])
    try slow.publish()
    #expect(try Disk.read(folder.output + "/index.html") == [1])
  }

  @Test func refusesAFolderItDidNotWrite() throws {
    let folder = try TestFolder()
    _ = system("mkdir \(folder.path)/precious && touch \(folder.path)/precious/thesis.md")
    #expect(throws: DiskError.self) { try Staging(replacing: folder.path + "/precious") }
    #expect(try folder.names(in: "precious") == ["thesis.md"])
    #expect(try folder.names(in: "") == ["precious"])
  }

  @Test func removesWhatAKilledBuildLeft() throws {
    let folder = try TestFolder()
    _ = system(
      "mkdir \(folder.path)/.output.bilan-Ab3dEf && touch \(folder.path)/.output.bilan-Ab3dEf/x")
    let staging = try Staging(replacing: folder.output)
    #expect(Disk.kind(of: folder.path + "/.output.bilan-Ab3dEf") == nil)
    try staging.publish()
  }

  @Test func putsBackASiteThatAKilledExchangeSetAside() throws {
    let folder = try TestFolder()
    _ = system(
      "mkdir \(folder.path)/.output.bilan-Ab3dEf.ancien && touch \(folder.path)/.output.bilan-Ab3dEf.ancien/.bilan"
    )
    let staging = try Staging(replacing: folder.output)
    #expect(Disk.kind(of: folder.output) == .directory)
    staging.abandon()
  }
}
