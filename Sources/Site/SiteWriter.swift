import Diagnostics
import Publication
import Templates

extension Site {
  /// Writes the whole site and puts it in the place of the one at `output`.
  ///
  /// - Returns: what is wrong with a layout that could not be rendered; nothing has been published then.
  public func write(to output: String, jobs: Int) async throws(DiskError) -> Diagnostic? {
    let staging = try Staging(replacing: output)
    do throws(DiskError) {
      let files = files()
      try staging.makeFolders(for: pages.map(\.url) + files.map(\.path))
      let copied = await parallelMap(Array(files.reversed()), jobs: jobs) { file in
        Outcome { () throws in try staging.write(file.path, file.content.bytes()) }
      }
      let printed = await PrintedTexts(frame, jobs: jobs)
      // What is made of the whole publication takes longest: it comes first, so that no task is left alone with it.
      let written = await parallelMap(
        pages.filter(\.isCommon) + pages.filter { !$0.isCommon }, jobs: jobs
      ) { page in
        Outcome { () throws in
          try staging.write(page.url, render(page, printed: page.kind == .print ? printed : nil))
        }
      }
      for outcome in written + copied {
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

extension OutputFile.Content {
  public func bytes() throws(DiskError) -> [UInt8] {
    switch self {
    case .bytes(let bytes): bytes
    case .made(let make): make()
    case .copy(let path): try Disk.read(path)
    }
  }
}
