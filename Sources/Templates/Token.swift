/// One word of a layout.
struct Token: Sendable {
  enum Kind: Hashable, Sendable {
    case data([UInt8])
    case variableBegin, variableEnd
    case blockBegin, blockEnd
    case name(String)
    case string(String)
    case int(Int)
    case float(Double)
    case op(Operator)
    /// What could not be read and has been reported.
    case invalid
    case end
  }

  enum Operator: String, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case floorDivide = "//"
    case modulo = "%"
    case power = "**"
    case tilde = "~"
    case leftBracket = "["
    case rightBracket = "]"
    case leftParenthesis = "("
    case rightParenthesis = ")"
    case leftBrace = "{"
    case rightBrace = "}"
    case equal = "=="
    case notEqual = "!="
    case greater = ">"
    case greaterOrEqual = ">="
    case less = "<"
    case lessOrEqual = "<="
    case assign = "="
    case dot = "."
    case colon = ":"
    case pipe = "|"
    case comma = ","
  }

  let kind: Kind
  /// Offsets in the file.
  let range: Range<Int>

  /// The token as an editor reads it, for a message.
  var description: String {
    switch kind {
    case .data: "du texte"
    case .variableBegin: "« {{ »"
    case .variableEnd: "« }} »"
    case .blockBegin: "« {% »"
    case .blockEnd: "« %} »"
    case .name(let name): "« \(name) »"
    case .string(let text): "« \"\(text.prefix(40))\" »"
    case .int(let number): "« \(number) »"
    case .float(let number): "« \(number) »"
    case .op(let op): "« \(op.rawValue) »"
    case .invalid, .end: "la fin du fichier"
    }
  }
}
