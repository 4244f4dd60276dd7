import Diagnostics
import FrenchText
import Publication

/// A section about to be written: where it goes, and the keys that matter.
public struct NewSection: Sendable {
  public enum Refusal: Error, Hashable, Sendable {
    /// The parts there are.
    case unknownPart([String])
    /// No letter of the title can stand in an address.
    case unnamedFile
    /// Another file of the part has the same address.
    case exists(path: String)
  }

  /// From the publication's folder.
  public let path: String
  public let order: Int
  public let bytes: [UInt8]

  /// - Parameter publication: with its drafts, whose places count too.
  public init(title: String, part: String, in publication: Publication, _ folder: ContentFolder)
    throws(Refusal)
  {
    let parts = publication.settings.parts.map(\.value)
    guard parts.contains(part) else { throw .unknownPart(parts) }
    let slug = slug(title)
    guard !slug.isEmpty else { throw .unnamedFile }
    let path = "content/\(part)/\(slug).md"
    if let other = folder.texts.first(where: { $0.path.lowercased() == path }) {
      throw .exists(path: other.path)
    }
    self.path = path
    let siblings = publication.sections.filter { $0.folder == part }
    let last = siblings.compactMap { $0.header.order?.value }.max() ?? 0
    // Steps of ten leave room to put a section between two others.
    order = (last / 10 + 1) * 10
    bytes = Array(
      Self.text(
        title, chapter: siblings.last?.header.chapter?.value, order: order,
        priorities: publication.settings.priorities.map(\.key)
      ).utf8)
  }

  /// Writes it, unless something is there.
  public func write(in source: String) throws(DiskError) {
    try NewFile.write(bytes, to: source + "/" + path)
  }

  private static func text(_ title: String, chapter: String?, order: Int, priorities: [String]) -> String {
    var lines = ["---", "titre: " + scalar(title)]
    if let chapter { lines.append("chapitre: \(scalar(chapter))     # réunit des sections voisines") }
    if !priorities.isEmpty { lines.append("priorite:     # une de : " + priorities.joined(separator: ", ")) }
    lines += [
      "ordre: \(order)",
      "resume:     # la section en une phrase",
      "chiffres:     # une ligne par chiffre, retirez le dièse :",
      "#  - 12 écoles équipées {#ecoles}",
      "---",
      "",
      "",
    ]
    return lines.joined(separator: "\n")
  }

  /// A text as a YAML scalar: plain where nothing in it could be read otherwise, quoted else.
  static func scalar(_ text: String) -> String {
    let words = text.split {
      $0.isWhitespace || $0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    }
    let text = words.joined(separator: " ")
    let isPlain =
      text.first?.isLetter == true
      && text.allSatisfy { $0.isLetter || $0.isNumber || " '’-,.()/!?«»".contains($0) || $0 == "\u{A0}" }
    if isPlain { return text }
    return "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
  }
}
