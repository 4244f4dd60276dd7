import Diagnostics

/// Everything that stands in `content/`, as read from the disk.
public struct ContentFolder: Sendable {
  /// The publication's folder.
  public let root: String
  /// Texts: Markdown, YAML, CSV, JSON; by path, in byte order. Paths start with `content/`.
  public let texts: [SourceFile]
  /// All other files, which are published as they are: pictures, documents.
  public let media: [Medium]
  /// What told each file from later ones when it was read, by path; empty where that is not known.
  private let entries: [Entry]

  public struct Medium: Hashable, Sendable {
    /// Starts with `content/`.
    public let path: String
    public let size: Int
    /// In pixels, where the file is a picture.
    public let pictureSize: PictureSize?
    /// What in it would run on the site, where anything would.
    let active: ActiveContent?

    init(path: String, size: Int, pictureSize: PictureSize?, active: ActiveContent? = nil) {
      (self.path, self.size, self.pictureSize, self.active) = (path, size, pictureSize, active)
    }
  }

  public init(root: String, texts: [SourceFile], media: [Medium]) {
    self.root = root
    self.texts = texts
    self.media = media
    entries = []
  }

  private init(root: String, _ entries: [Entry]) {
    self.root = root
    self.entries = entries
    texts = entries.compactMap { if case .text(let file) = $0.content { file } else { nil } }
    media = entries.compactMap { if case .medium(let medium) = $0.content { medium } else { nil } }
  }

  /// `publication.yaml`.
  public var settings: SourceFile? { text(at: "content/publication.yaml") }

  /// A text by its path. Where no file is written so, it is the one whose name looks the same: an accent may be part of its
  /// letter or stand after it (Unicode NFC and NFD), and a Mac does not write it as an editor types it.
  public func text(at path: String) -> SourceFile? {
    if let place = Self.place(of: path, among: texts.count, { texts[$0].path }) { return texts[place] }
    return path.utf8.allSatisfy { $0 < 0x80 } ? nil : texts.first { $0.path == path }
  }

  /// The places of the texts that say something else than before; nil when files came or went, or a picture changed.
  func textsChanged(since earlier: ContentFolder) -> [Int]? {
    guard texts.count == earlier.texts.count, media == earlier.media else { return nil }
    var changed: [Int] = []
    for place in texts.indices where texts[place] != earlier.texts[place] {
      guard texts[place].path.utf8.elementsEqual(earlier.texts[place].path.utf8) else { return nil }
      changed.append(place)
    }
    return changed
  }

  private static func place(of path: String, among count: Int, _ pathAt: (Int) -> String) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if pathAt(middle).precedesInBytes(path) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < count && pathAt(low).utf8.elementsEqual(path.utf8) ? low : nil
  }

  /// Reads `content/` of a publication's folder. A link that leads out of the folder is refused.
  ///
  /// - Parameters:
  ///   - earlier: the same folder as it was, of which is kept what did not change.
  ///   - written: the paths of all that was written since, where that is known and nothing else changed.
  public static func read(
    _ root: String, jobs: Int, since earlier: ContentFolder? = nil, written: Set<String>? = nil
  ) async throws(DiskError) -> ContentFolder {
    if let written, let folder = earlier?.replacing(written) { return folder }
    guard Disk.kind(of: root + "/content") == .directory else {
      throw DiskError(
        .read, root,
        reason:
          "il n’y a pas de dossier content/ ; placez-vous dans une publication, ou indiquez-la par --source")
    }
    let paths = try Disk.files(below: "content", in: root)
    let known = earlier?.entries(at: paths)
    let results = await parallelMap(Array(paths.indices), jobs: jobs) { place in
      Result { () throws(DiskError) in try Entry(paths[place], in: root, since: known?[place]) }
    }
    var entries: [Entry] = []
    entries.reserveCapacity(results.count)
    for result in results { entries.append(try result.get()) }
    return ContentFolder(root: root, entries)
  }

  /// The same folder, some of whose files are read again; nil where they are others.
  private func replacing(_ written: Set<String>) -> ContentFolder? {
    var entries = entries
    for path in written {
      guard let place = Self.place(of: path, among: entries.count, { entries[$0].path }),
        let entry = try? Entry(path, in: root, since: nil)
      else { return nil }
      entries[place] = entry
    }
    return ContentFolder(root: root, entries)
  }

  /// What is known of each of `paths`, which are in byte order too.
  private func entries(at paths: [String]) -> [Entry?] {
    var rest = entries[...]
    return paths.map { path in
      while let first = rest.first, first.path.precedesInBytes(path) {
        rest.removeFirst()
      }
      return rest.first.flatMap { $0.path.utf8.elementsEqual(path.utf8) ? $0 : nil }
    }
  }

  /// One file.
  private struct Entry: Sendable {
    enum Content: Sendable {
      case text(SourceFile)
      case medium(Medium)
    }

    let content: Content
    /// Nil for what cannot be told from a later one.
    private let stamp: Disk.Stamp?

    init(_ path: String, in root: String, since earlier: Entry?) throws(DiskError) {
      let place = root + "/" + path
      if let earlier, let stamp = earlier.stamp, stamp == Disk.Stamp(place) {
        self = earlier
      } else if isText(path) {
        let (bytes, stamp) = try Disk.stamped(place)
        self.stamp = stamp
        content = .text(SourceFile(path: path, bytes: bytes))
      } else {
        stamp = Disk.Stamp(place)
        let size = Disk.size(of: place) ?? 0
        let head = try Disk.head(place)
        let active = try ActiveContent(path) { () throws(DiskError) in try Disk.read(place) }
        content = .medium(Medium(path: path, size: size, pictureSize: PictureSize(head), active: active))
      }
    }

    var path: String {
      switch content {
      case .text(let file): file.path
      case .medium(let medium): medium.path
      }
    }
  }

  /// Whether a file is read, and not published as it is.
  static func isText(_ path: String) -> Bool {
    [".md", ".yaml", ".csv", ".json", ".geojson"].contains { path.hasSuffix($0) }
  }
}

extension SourceFile {
  var isMarkdown: Bool { path.hasSuffix(".md") }
}
