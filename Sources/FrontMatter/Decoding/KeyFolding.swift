/// A key without its accents, so that `priorité` and `priorite` are one, typed composed or decomposed. A no-break
/// space before the colon, which a French keyboard sets unseen, is no part of a key either.
func foldedKey(_ key: String) -> String {
  guard key.utf8.contains(where: { $0 >= 0x80 }) else { return key }
  var folded = String.UnicodeScalarView()
  for scalar in key.unicodeScalars {
    switch scalar {
    case "à", "â", "ä": folded.append("a")
    case "ç": folded.append("c")
    case "é", "è", "ê", "ë": folded.append("e")
    case "î", "ï": folded.append("i")
    case "ô", "ö": folded.append("o")
    case "ù", "û", "ü": folded.append("u")
    case "ÿ": folded.append("y")
    case "œ": folded.append(contentsOf: "oe".unicodeScalars)
    case "\u{300}"..."\u{36F}", "\u{A0}", "\u{202F}": break
    default: folded.append(scalar)
    }
  }
  return String(folded)
}

/// A regular expression (ECMA 262, as JSON Schema wants) for the ways to type a key with accents.
func accentedPattern(of key: String) -> String {
  let classes: [Character: String] = [
    "a": "[aàâä]", "c": "[cç]", "e": "[eéèêë]", "i": "[iîï]", "o": "[oôö]", "u": "[uùûü]",
  ]
  return key.reduce(into: "") { $0 += classes[$1] ?? String($1) }
}
