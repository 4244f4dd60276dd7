/// The identifiers that pages, blocks and notes place themselves: a heading with one of them would catch their links.
enum ReservedAnchors {
  /// Of the pages that hold an editor's headings.
  private static let names: Set = ["contenu", "les-parties", "chiffres", "priorites", "editorial"]

  /// Before the identifier of a figure, of a table, of a drawing, or the number of a note. Parts of tables and drawings
  /// add ends to theirs, and figures are numbered: no number after such an anchor would keep it clear.
  private static let prefixes = ["chiffre-", "tableau-", "graphique-", "carte-", "note-", "appel-note-"]

  static func hold(_ anchor: String) -> Bool {
    // Each prefix ends in a hyphen, which most names of one word lack.
    names.contains(anchor)
      || anchor.utf8.contains(UInt8(ascii: "-")) && prefixes.contains { anchor.hasPrefix($0) }
  }

  /// The anchor that a heading takes instead.
  static func clear(_ anchor: String) -> String { "titre-" + anchor }
}
