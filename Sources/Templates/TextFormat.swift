/// The filter `format`: `%s`, `%d`, `%f`, `%x`, `%%` with width, precision and the flags `-`, `0`, `+`, as in Python.
enum TextFormat {
  static func apply(_ value: Value, _ arguments: [Value]) throws(Complaint) -> Value {
    let isMarkup = value.isMarkup
    let format = Array(try value.asText().unicodeScalars)
    var result = ""
    var next = 0
    var i = 0
    while i < format.count {
      guard format[i] == "%" else {
        result.unicodeScalars.append(format[i])
        i += 1
        continue
      }
      i += 1
      let spec = try Spec(format, &i)
      if spec.letter == "%" {
        result += "%"
        continue
      }
      guard next < arguments.count else {
        throw Complaint(.badArgument, "« format » attend plus de \(arguments.count) valeur(s)")
      }
      result += try spec.text(of: arguments[next], isMarkup: isMarkup)
      next += 1
    }
    guard next == arguments.count else {
      throw Complaint(.badArgument, "« format » n’attend que \(next) valeur(s)")
    }
    return isMarkup ? .html(result) : .string(result)
  }

  private struct Spec {
    var isLeft = false
    var hasZeros = false
    var hasPlus = false
    var width = 0
    var precision: Int?
    var letter: Unicode.Scalar = "s"

    init(_ format: [Unicode.Scalar], _ i: inout Int) throws(Complaint) {
      while i < format.count, "-0+".unicodeScalars.contains(format[i]) {
        if format[i] == "-" { isLeft = true }
        if format[i] == "0" { hasZeros = true }
        if format[i] == "+" { hasPlus = true }
        i += 1
      }
      width = try Self.number(format, &i) ?? 0
      if i < format.count, format[i] == "." {
        i += 1
        precision = try Self.number(format, &i) ?? 0
      }
      guard i < format.count, "sdifxXo%".unicodeScalars.contains(format[i]) else {
        throw Complaint(
          .badArgument, "« format » ne connaît pas ce code", help: "il connaît %s, %d, %f, %x et %%")
      }
      letter = format[i]
      i += 1
    }

    private static func number(_ format: [Unicode.Scalar], _ i: inout Int) throws(Complaint) -> Int? {
      var number: Int?
      while i < format.count,
        let digit = format[i].properties.numericType == .decimal ? Int(String(format[i])) : nil
      {
        number = (number ?? 0) * 10 + digit
        i += 1
        guard number ?? 0 <= 1000 else {
          throw Complaint(.badArgument, "« format » : ce nombre est trop grand")
        }
      }
      return number
    }

    func text(of value: Value, isMarkup: Bool) throws(Complaint) -> String {
      var text: String
      switch letter {
      case "s":
        text = isMarkup ? String(decoding: try value.asHTML(), as: UTF8.self) : try value.asText()
        if let precision { text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(precision))) }
        return padded(text, sign: "", zeros: false)
      case "f":
        guard let number = value.number else { throw wrong(value) }
        guard number.isFinite else { return padded(PythonFloat.text(of: number), sign: "", zeros: false) }
        text = NumberFilters.formatted(abs(number), precision ?? 6)
        return padded(text, sign: number.sign == .minus ? "-" : (hasPlus ? "+" : ""), zeros: hasZeros)
      default:
        var integer = value.integer
        if integer == nil, letter == "d" || letter == "i", case .double(let number) = value {
          integer = Int(exactly: number.rounded(.towardZero))
        }
        guard let integer else { throw wrong(value) }
        let radix = letter == "o" ? 8 : (letter == "x" || letter == "X" ? 16 : 10)
        text = String(integer.magnitude, radix: radix, uppercase: letter == "X")
        if let precision { text = String(repeating: "0", count: max(0, precision - text.count)) + text }
        return padded(text, sign: integer < 0 ? "-" : (hasPlus ? "+" : ""), zeros: hasZeros)
      }
    }

    private func wrong(_ value: Value) -> Complaint {
      Complaint(.wrongType, "« %\(letter) » attend un nombre, pas \(value.kindName)")
    }

    private func padded(_ text: String, sign: String, zeros: Bool) -> String {
      let missing = max(0, width - text.unicodeScalars.count - sign.count)
      if isLeft { return sign + text + String(repeating: " ", count: missing) }
      if zeros { return sign + String(repeating: "0", count: missing) + text }
      return String(repeating: " ", count: missing) + sign + text
    }
  }
}
