import Diagnostics

/// `|` and `>` (YAML 1.2.2, section 8.1).
extension YAMLParser {
  private enum Chomping {
    case clip, strip, keep
  }

  private struct Header {
    var isFolded: Bool
    var chomping = Chomping.clip
    var indentation: Int?
  }

  /// The block scalar at the cursor; goes on to the next content. Nil if it was refused.
  mutating func blockScalar(parent: Int) -> Node? {
    let start = at
    guard let header = blockHeader() else { return nil }
    lastEnd = trimmedLineEnd(start)
    let parent = max(parent, 0)
    let first = startOfLine(after: at)
    guard
      let indentation = header.indentation.map({ parent + $0 }) ?? detectedIndentation(first, parent: parent)
    else {
      return nil
    }
    var text: [UInt8] = []
    var line = first
    // Line feeds seen since the last line of text, and whether that line began with a blank.
    var breaks = 0
    var previousIsSpaced = false
    var isEmpty = true
    while line < end {
      var i = line
      while i < end, i - line < indentation, bytes[i] == .space { i += 1 }
      let stop = endOfLine(i)
      if i == stop {
        guard i < end else { break }
        breaks += 1
        line = startOfLine(after: stop)
        continue
      }
      guard i - line == indentation, !isDocumentMarker(line) else { break }
      appendBreaks(
        &breaks, isFirst: isEmpty, folds: header.isFolded && !previousIsSpaced && !bytes[i].isBlank, to: &text
      )
      text.append(contentsOf: bytes[i..<stop])
      previousIsSpaced = bytes[i].isBlank
      isEmpty = false
      lastEnd = stop
      breaks = stop < end ? 1 : 0
      line = startOfLine(after: stop)
    }
    switch header.chomping {
    case .strip: break
    case .clip: if breaks > 0, !isEmpty { text.append(.lineFeed) }
    case .keep: text.append(contentsOf: repeatElement(.lineFeed, count: breaks))
    }
    at = line
    enterLine()
    let scalar = Scalar(String(decoding: text, as: UTF8.self), style: header.isFolded ? .folded : .literal)
    return node(.scalar(scalar), from: start)
  }

  /// The line feeds between two lines of text: one alone is folded into a space, one of several is dropped, but
  /// beside a line that begins with a blank all are kept.
  private func appendBreaks(_ breaks: inout Int, isFirst: Bool, folds: Bool, to text: inout [UInt8]) {
    defer { breaks = 0 }
    guard folds, !isFirst else { return text.append(contentsOf: repeatElement(.lineFeed, count: breaks)) }
    if breaks == 1 {
      text.append(.space)
    } else {
      text.append(contentsOf: repeatElement(.lineFeed, count: breaks - 1))
    }
  }

  private mutating func blockHeader() -> Header? {
    var header = Header(isFolded: peek() == UInt8(ascii: ">"))
    var hasChomping = false
    var i = at + 1
    while !isGap(i) {
      switch bytes[i] {
      case UInt8(ascii: "-") where !hasChomping: header.chomping = .strip
      case UInt8(ascii: "+") where !hasChomping: header.chomping = .keep
      case UInt8(ascii: "1")...UInt8(ascii: "9") where header.indentation == nil:
        header.indentation = Int(bytes[i] - 0x30)
        i += 1
        continue
      default: return refuseHeader()
      }
      hasChomping = true
      i += 1
    }
    let next = skipBlanks(from: i)
    if byte(next) == UInt8(ascii: "#"), isStuckHash(next) {
      refuseStuckHash(next, from: next)
      return nil
    }
    guard next >= end || bytes[next].isLineEnd || byte(next) == UInt8(ascii: "#") else {
      return refuseHeader()
    }
    return header
  }

  private mutating func refuseHeader() -> Header? {
    let stop = trimmedLineEnd(at)
    refuse(
      .syntax, at..<stop, "Après « \(text(at..<at + 1)) », le texte commence à la ligne suivante",
      help:
        "passez à la ligne, ou mettez le texte entre guillemets : \(quoted(shown(at..<stop, limit: 60)))"
    )
    return nil
  }

  /// The indentation of the first line with text. Blank lines before it may not be longer.
  private mutating func detectedIndentation(_ first: Int, parent: Int) -> Int? {
    var line = first
    var longest = (width: 0, line: first)
    while line < end {
      var i = line
      while byte(i) == .space { i += 1 }
      let width = i - line
      if i < end, !bytes[i].isLineEnd {
        guard width > parent, !isDocumentMarker(line) else { break }
        guard longest.width <= width else {
          refuse(
            .indentation, longest.line..<longest.line + longest.width, "Cette ligne vide a trop d’espaces",
            help: "effacez-les")
          return nil
        }
        return width
      }
      if width > longest.width { longest = (width, line) }
      line = startOfLine(after: i)
    }
    return max(parent + 1, longest.width)
  }
}
