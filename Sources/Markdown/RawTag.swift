import Diagnostics

/// A piece of HTML that an editor wrote, as it is spoken of in a diagnostic.
struct RawTag {
  /// Nothing but one comment.
  let isComment: Bool
  let isClosing: Bool
  /// In small letters; empty for what is no tag.
  let name: String
  /// Its beginning, short enough for a message.
  let shown: String

  init(_ html: ArraySlice<UInt8>) {
    var text = html
    while let first = text.first, first.isBlank || first.isLineEnd { text.removeFirst() }
    while let last = text.last, last.isBlank || last.isLineEnd { text.removeLast() }
    isComment = Self.isComment(text)
    isClosing = text.dropFirst().first == UInt8(ascii: "/")
    let letters = text.dropFirst(isClosing ? 2 : 1).prefix {
      $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-")
    }
    name = String(decoding: letters, as: UTF8.self).lowercased()
    let line = String(decoding: text.prefix { !$0.isLineEnd && $0 != UInt8(ascii: ">") }, as: UTF8.self)
    shown = line.count > 40 ? line.prefix(40) + "…" : text.count > line.utf8.count ? line + ">" : line
  }

  private static func isComment(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= 7, text.starts(with: "<!--".utf8) else { return false }
    var i = text.startIndex + 4
    while i + 2 < text.endIndex {
      if text[i] == UInt8(ascii: "-"), text[i + 1] == UInt8(ascii: "-"), text[i + 2] == UInt8(ascii: ">") {
        return i + 3 == text.endIndex
      }
      i += 1
    }
    return false
  }

  /// What to type instead.
  var help: String {
    switch name {
    case "b", "strong": "écrivez `**texte**`"
    case "i", "em", "cite": "écrivez `*texte*`"
    case "s", "del", "strike": "écrivez `~~texte~~`"
    case "a": "écrivez `[texte](adresse)`"
    case "img": "écrivez `![ce que montre l’image](chemin)`"
    case "br": "finissez la ligne par `\\` ; `<br>` n’est admis que dans une cellule de tableau"
    case "sup": "écrivez `1er`, `2e`, `XXIe` : les lettres s’élèvent d’elles-mêmes"
    case "hr": "écrivez `---` entre deux lignes vides"
    case "h1", "h2", "h3", "h4", "h5", "h6": "écrivez `##` devant le titre"
    case "ul", "ol", "li": "écrivez une liste : `- ` ou `1. ` devant chaque élément"
    case "table", "tr", "td", "th", "thead", "tbody": "écrivez un tableau avec des barres `|`"
    case "blockquote": "écrivez `::: citation`, ou `>` devant chaque ligne"
    case "code", "pre", "kbd": "écrivez `` `texte` ``"
    case "div", "section", "aside", "details", "figure": "écrivez un bloc : `::: focus`"
    default: "supprimez-le, ou écrivez `&lt;` pour le signe <"
    }
  }
}
