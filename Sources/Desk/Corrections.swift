import Diagnostics
import Publication

/// All that can be mended without a choice to make.
public struct Corrections: Sendable {
  /// In the order they are made.
  public private(set) var made: [Correction] = []
  /// The files that change, as they were and as they will be.
  public private(set) var files: [(before: SourceFile, after: SourceFile)] = []

  /// One correction may reveal another; no text needs as many rounds.
  private static let mostRounds = 8

  /// Corrects in memory until nothing is left to correct, so that doing it again changes nothing. A correction that would
  /// bring an error (the name of a row that is quoted elsewhere) is not made.
  public init(of folder: ContentFolder, jobs: Int) async {
    var current = folder
    for _ in 0..<Self.mostRounds {
      var round = CorrectionRound(current, jobs: jobs)
      await round.run()
      guard !round.made.isEmpty else { break }
      current = round.result
      made += round.made
    }
    files = zip(folder.texts, current.texts).filter { $0 != $1 }.map { ($0, $1) }
  }

  /// Puts each file in the place of the old one, whole.
  public func write(in source: String) throws(DiskError) {
    for (before, after) in files {
      let path = source + "/" + after.path
      guard try Disk.read(path) == before.bytes else {
        throw DiskError(.replace, after.path, reason: "il vient d’être modifié ; recommencez")
      }
      try NewFile.replace(path, with: after.bytes)
    }
  }
}
