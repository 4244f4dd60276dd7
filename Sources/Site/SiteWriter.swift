import Diagnostics
import Publication
import Templates

extension Site {
  /// Writes the whole site and puts it in the place of the one at `output`.
  ///
  /// - Returns: what is wrong with a layout that could not be rendered; nothing has been published then.
  public func write(to output: String, jobs: Int) async throws(DiskError) -> Diagnostic? {
    try checkPlace(of: output)
    let staging = try Staging(replacing: output)
    do throws(DiskError) {
      async let listed = files()
      try staging.makeFolders(for: pages.lazy.map(\.url))
      let files = await listed
      try staging.makeFolders(for: files.lazy.map(\.path))
      let written = await parallelMap(order(files), jobs: jobs) { piece in
        Outcome { () throws in
          switch piece {
          case .page(let place):
            let file = try staging.file(pages[place].url)
            try write(pages[place], drain: file.append)
            try file.finish()
          case .file(let place):
            let file = try staging.file(files[place].path)
            try files[place].content.write(to: file.append)
            try file.finish()
          }
        }
      }
      for outcome in written {
        switch outcome {
        case .done: continue
        case .layoutFailed(let diagnostic):
          staging.abandon()
          return diagnostic
        case .diskFailed(let error): throw error
        }
      }
    } catch {
      staging.abandon()
      throw error
    }
    try staging.publish()
    return nil
  }

  /// The site lies apart from what it is made of: the next build would read it as content, or take its sources away with
  /// the old site.
  private func checkPlace(of output: String) throws(DiskError) {
    let root = publication.root
    // What is not there yet will lie in the nearest folder that is.
    var place = output
    while Disk.resolved(place) == nil, place != "." {
      let slash = place.utf8.lastIndex(of: UInt8(ascii: "/"))
      place = slash.map { $0 == place.startIndex ? "/" : String(place[..<$0]) } ?? "."
    }
    for folder in ["content", "layouts", "assets"] where Disk.isInside(place, root + "/" + folder) {
      throw DiskError(
        .replace, output, reason: "ce dossier est dans \(folder)/, que bilan lit ; choisissez-en un autre")
    }
    if Disk.isInside(root, output) {
      throw DiskError(
        .replace, output, reason: "ce dossier contient la publication elle-même ; choisissez-en un autre")
    }
  }

  /// What is to be written, by its place among the pages or the files.
  private enum Work: Sendable {
    case page(Int)
    case file(Int)
  }

  /// Everything there is to write. What is made of the whole publication takes longest: it comes first, so that no task
  /// is left alone with it, and of that the print edition.
  private func order(_ files: [OutputFile]) -> [Work] {
    let (made, ready) = (
      files.indices.filter { files[$0].isMade }, files.indices.filter { !files[$0].isMade }
    )
    let (common, own) = (
      pages.indices.filter { pages[$0].isCommon }, pages.indices.filter { !pages[$0].isCommon }
    )
    let print = common.filter { pages[$0].kind == .print }
    return print.map(Work.page) + made.reversed().map(Work.file)
      + common.filter { pages[$0].kind != .print }.map(Work.page)
      + own.map(Work.page) + ready.map(Work.file)
  }

  /// Renders every page without writing any, to find the layouts that fail.
  public func firstFailure(jobs: Int) async -> Diagnostic? {
    let outcomes = await parallelMap(pages, jobs: jobs) { page in
      Outcome { () throws in _ = try render(page) }
    }
    for case .layoutFailed(let diagnostic) in outcomes { return diagnostic }
    return nil
  }

  private enum Outcome: Sendable {
    case done
    case layoutFailed(Diagnostic)
    case diskFailed(DiskError)

    init(_ work: () throws -> Void) {
      do {
        try work()
        self = .done
      } catch let error as DiskError {
        self = .diskFailed(error)
      } catch let error as TemplateError {
        self = .layoutFailed(error.diagnostic)
      } catch {
        self = .diskFailed(DiskError(.write, "", reason: "\(error)"))
      }
    }
  }
}

extension OutputFile {
  fileprivate var isMade: Bool { if case .made = content { true } else { false } }
}

extension OutputFile.Content {
  public func bytes() throws(DiskError) -> [UInt8] {
    var bytes: [UInt8] = []
    try write(to: { if bytes.isEmpty { bytes = $0 } else { bytes += $0 } })
    return bytes
  }

  func write(to drain: @escaping Drain) throws(DiskError) {
    switch self {
    case .bytes(let bytes): drain(bytes)
    case .made(let make): make(drain)
    case .copy(let path): drain(try Disk.read(path))
    }
  }
}
