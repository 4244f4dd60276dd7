import Diagnostics
import FrenchText
import FrontMatter

/// A figure written as a sentence: `2 462 enseignants engagés dans un parcours {#pix-edu}`.
enum FigureSentence {
  static func decode(
    _ field: inout Field, _ units: UnitTable, group: String?
  ) -> Figure? {
    guard let text = field.text(), let node = field.node else { return nil }
    let bytes = Array(text.value.utf8)
    let (end, id) = identifier(bytes, node)
    switch Quantity.parseSentence(bytes, in: 0..<end, units: units) {
    case .failure(let fault):
      field.report(Self.report(fault, node))
      return nil
    case .success(let leading):
      let label = trim(bytes, leading.length..<end)
      guard !label.isEmpty else {
        field.report(
          Diagnostic(
            KeyFigureCode.figureWithoutLabel, at: node.location,
            "« \(excerpt(text.value)) » ne dit pas ce qui est compté",
            help: "écrivez le libellé après la valeur : « 2 462 enseignants formés »"))
        return nil
      }
      if let fault = fault(in: bytes, label, id, leading.quantity, node) {
        field.report(fault)
        return nil
      }
      let words = String(decoding: bytes[label], as: UTF8.self)
      let value = trim(bytes, 0..<label.lowerBound)
      return Figure(
        id: id?.value ?? "", idLocation: id?.location, quantity: leading.quantity,
        valueLocation: node.location(ofText: value), label: words, group: group)
    }
  }

  /// Where the sentence ends, and the identifier written after it: `{#id}`.
  private static func identifier(_ bytes: [UInt8], _ node: Node) -> (end: Int, id: Located<String>?) {
    let end = trim(bytes, 0..<bytes.count).upperBound
    guard end > 0, bytes[end - 1] == UInt8(ascii: "}"),
      let open = bytes[..<end].lastIndex(of: UInt8(ascii: "{")), open + 1 < end - 1,
      bytes[open + 1] == UInt8(ascii: "#")
    else { return (end, nil) }
    let range = trim(bytes, open + 2..<end - 1)
    let id = String(decoding: bytes[range], as: UTF8.self)
    return (trim(bytes, 0..<open).upperBound, Located(id, at: node.location(ofText: range)))
  }

  /// What would be shown in the label, and is none of it.
  private static func fault(
    in bytes: [UInt8], _ label: Range<Int>, _ id: Located<String>?, _ quantity: Quantity, _ node: Node
  ) -> Diagnostic? {
    if let id,
      let brace = label.dropLast().last(where: {
        bytes[$0] == UInt8(ascii: "{") && bytes[$0 + 1] == UInt8(ascii: "#")
      })
    {
      let range = brace..<label.upperBound
      return Diagnostic(
        KeyFigureCode.badIdentifier, at: node.location(ofText: range),
        "Second identifiant « \(excerpt(String(decoding: bytes[range], as: UTF8.self))) » de ce chiffre",
        help: "gardez un seul identifiant, à la fin : {#\(id.value)}")
    }
    guard ",;.:!?".utf8.contains(bytes[label.lowerBound]) else { return nil }
    let words = label.drop { ",;.:!?".utf8.contains(bytes[$0]) || bytes[$0].isBlank }
    let rest = words.isEmpty ? "écoles" : excerpt(String(decoding: bytes[words], as: UTF8.self))
    return Diagnostic(
      KeyFigureCode.unreadableFigure, at: node.location(ofText: label.lowerBound..<label.lowerBound + 1),
      "Un signe sépare la valeur de son libellé",
      help: "écrivez « \(quantity.formatted) \(rest) »")
  }

  private static func report(_ fault: NumberFault, _ node: Node) -> Diagnostic {
    switch fault.kind {
    case .notANumber, .empty:
      return Diagnostic(
        KeyFigureCode.figureWithoutValue, at: node.location(ofText: fault.range),
        "« \(excerpt(fault.written)) » n’est pas un nombre : un chiffre clé commence par sa valeur",
        help: "écrivez « 2 462 enseignants formés », ou les clés « valeur » et « libelle »")
    case .wrongDecimalSign:
      return Diagnostic(
        KeyFigureCode.wrongDecimalSign, at: node.location(ofText: fault.range), fault.message,
        help: fault.help)
    default:
      return Diagnostic(
        KeyFigureCode.unreadableFigure, at: node.location(ofText: fault.range), fault.message,
        help: fault.help)
    }
  }
}
