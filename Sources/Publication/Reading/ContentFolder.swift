import Diagnostics

/// Everything that stands in `content/`, as read from the disk.
public struct ContentFolder: Sendable {
  /// The publication's folder.
  public let root: String
  /// Texts: Markdown, YAML, CSV, JSON; by path, in byte order. Paths start with `content/`.
  public let texts: [SourceFile]
  /// All other files, which are published as they are: pictures, documents.
  public let media: [Medium]
  /// What told the texts from later ones when they were read; nil where nothing does.
  private let stamps: [Disk.Stamp?]

  public struct Medium: Hashable, Sendable {
    /// Starts with `content/`.
    public let path: String
    public let size: Int
    /// In pixels, where the file is a picture.
    public let pictureSize: PictureSize?
  }

  public init(root: String, texts: [SourceFile], media: [Medium]) {
    self.root = root
    self.texts = texts
    self.media = media
    stamps = []
  }

  private init(root: String, texts: [(file: SourceFile, stamp: Disk.Stamp?)], media: [Medium]) {
    self.root = root
    self.texts = texts.map(\.file)
    self.media = media
    stamps = texts.map(\.stamp)
  }

  /// `publication.yaml`.
  public var settings: SourceFile? { text(at: "content/publication.yaml") }

  /// A text by its path. Where no file is written so, it is the one whose name looks the same: an accent may be part of its
  /// letter or stand after it (Unicode NFC and NFD), and a Mac does not write it as an editor types it.
  public func text(at path: String) -> SourceFile? {
    if let place = place(of: path) { return texts[place] }
    return path.utf8.allSatisfy { $0 < 0x80 } ? nil : texts.first { $0.path == path }
  }

  /// The texts that can be told from later ones, by path.
  private var stamped: [String: (SourceFile, Disk.Stamp)] {
    Dictionary(
      zip(texts, stamps).compactMap { file, stamp in stamp.map { (file.path, (file, $0)) } },
      uniquingKeysWith: { first, _ in first })
  }

  private func place(of path: String) -> Int? {
    var (low, high) = (0, texts.count)
    while low < high {
      let middle = (low + high) / 2
      if texts[middle].path.utf8.lexicographicallyPrecedes(path.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < texts.count && texts[low].path.utf8.elementsEqual(path.utf8) ? low : nil
  }

  /// Reads `content/` of a publication's folder. A link that leads out of the folder is refused.
  ///
  /// - Parameter earlier: the same folder as it was, whose texts are kept where their files did not change.
  public static func read(
    _ root: String, jobs: Int, since earlier: ContentFolder? = nil
  ) async throws(DiskError) -> ContentFolder {
    guard Disk.kind(of: root + "/content") == .directory else {
      throw DiskError(
        .read, root,
        reason:
          "il n’y a pas de dossier content/ ; placez-vous dans une publication, ou indiquez-la par --source")
    }
    let paths = try Disk.files(below: "content", in: root)
    let known = earlier?.stamped ?? [:]
    let results = await parallelMap(paths, jobs: jobs) { path -> Result<Entry, DiskError> in
      Result { () throws(DiskError) in try Entry(path, in: root, since: known[path]) }
    }
    var texts: [(SourceFile, Disk.Stamp?)] = []
    var media: [Medium] = []
    for result in results {
      switch try result.get() {
      case .text(let file, let stamp): texts.append((file, stamp))
      case .medium(let medium): media.append(medium)
      }
    }
    return ContentFolder(root: root, texts: texts, media: media)
  }

  private enum Entry: Sendable {
    case text(SourceFile, Disk.Stamp?)
    case medium(Medium)

    init(_ path: String, in root: String, since earlier: (SourceFile, Disk.Stamp)?) throws(DiskError) {
      if isText(path) {
        // Before the bytes: a change while they are read then shows.
        let stamp = Disk.Stamp(root + "/" + path)
        if let (file, last) = earlier, last == stamp {
          self = .text(file, stamp)
        } else {
          self = .text(SourceFile(path: path, bytes: try Disk.read(root + "/" + path)), stamp)
        }
      } else {
        let size = Disk.size(of: root + "/" + path) ?? 0
        self = .medium(
          Medium(path: path, size: size, pictureSize: PictureSize(try Disk.head(root + "/" + path))))
      }
    }
  }

  private static func isText(_ path: String) -> Bool {
    [".md", ".yaml", ".csv", ".json", ".geojson"].contains { path.hasSuffix($0) }
  }
}
