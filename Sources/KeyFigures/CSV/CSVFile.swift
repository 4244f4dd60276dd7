import Diagnostics

/// Reads a file of separated values into a `RawTable`.
///
/// RFC 4180, and what people really send: the separator is `;`, `,` or a tab, found from the header; lines end with
/// LF, CR LF or CR; a byte order mark and Excel's `sep=;` line are skipped; rows without any text are dropped. What
/// is not UTF-8, and a quote left open, are refused with their place. One pass, whatever the length of the lines.
public enum CSVFile {
  public static func parse(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> RawTable? {
    guard CSVEncoding.isReadable(file, &diagnostics) else { return nil }
    var start = CSVEncoding.byteOrderMark(file.bytes)
    var separator: UInt8?
    if let declared = CSVDialect.declaredSeparator(file.bytes, from: start) {
      separator = declared.separator
      start = declared.end
    }
    let reader = CSVReader(
      file: file, separator: separator ?? CSVDialect.separator(file.bytes, from: start), start: start)
    return reader.read(&diagnostics)
  }
}

/// The state machine: one record after the other, cells as offsets.
private struct CSVReader {
  let file: SourceFile
  let separator: UInt8
  /// The file's bytes, and after them the text of quoted cells that hold doubled quotes.
  private var text: [UInt8]
  private var spans: [RawTable.Span] = []
  private var rowStarts: [Int] = [0]
  private var i: Int

  init(file: SourceFile, separator: UInt8, start: Int) {
    self.file = file
    self.separator = separator
    text = file.bytes
    i = start
  }

  consuming func read(_ diagnostics: inout [Diagnostic]) -> RawTable? {
    let end = file.bytes.count
    while i < end {
      guard readRecord(end, &diagnostics) else { return nil }
      closeRecord()
    }
    guard rowStarts.count > 1 else {
      diagnostics.append(
        Diagnostic(
          KeyFigureCode.emptyCSV, at: file.location(0..<0), "« \(file.path) » ne contient aucune ligne",
          help: "la première ligne donne les noms des colonnes, les suivantes les valeurs"))
      return nil
    }
    return table()
  }

  /// Reads up to and past the end of the line. False where nothing after can be read.
  private mutating func readRecord(_ end: Int, _ diagnostics: inout [Diagnostic]) -> Bool {
    while true {
      if i < end, file.bytes[i] == UInt8(ascii: "\"") {
        guard readQuoted(end, &diagnostics) else { return false }
      } else {
        readPlain(end)
      }
      guard i < end else { return true }
      if file.bytes[i] == separator {
        i += 1
        // A separator at the very end of the file opens one last, empty cell.
        if i == end { append(i..<i, i..<i) }
        guard i < end else { return true }
        continue
      }
      if file.bytes[i] == .carriageReturn, i + 1 < end, file.bytes[i + 1] == .lineFeed { i += 1 }
      i += 1
      return true
    }
  }

  private mutating func readPlain(_ end: Int) {
    let start = i
    file.bytes.withUnsafeBufferPointer { bytes in
      while i < end, bytes[i] != separator, !bytes[i].isLineEnd { i += 1 }
    }
    let trimmed = trim(file.bytes, start..<i)
    append(trimmed, trimmed)
  }

  private mutating func readQuoted(_ end: Int, _ diagnostics: inout [Diagnostic]) -> Bool {
    let open = i
    var doubled = false
    i += 1
    while true {
      while i < end, file.bytes[i] != UInt8(ascii: "\"") { i += 1 }
      guard i < end else {
        diagnostics.append(
          Diagnostic(
            KeyFigureCode.openQuote, at: file.location(open..<open + 1),
            "Le guillemet ouvert ici n’est jamais fermé",
            help:
              "fermez la cellule par un guillemet droit, ou doublez celui-ci s’il fait partie du texte : \"\""
          ))
        return false
      }
      guard i + 1 < end, file.bytes[i + 1] == UInt8(ascii: "\"") else { break }
      doubled = true
      i += 2
    }
    let inside = open + 1..<i
    i += 1
    let afterQuote = i
    while i < end, file.bytes[i] != separator, !file.bytes[i].isLineEnd { i += 1 }
    if !trim(file.bytes, afterQuote..<i).isEmpty {
      diagnostics.append(
        Diagnostic(
          KeyFigureCode.textAfterQuote, at: file.location(afterQuote..<i),
          "Du texte suit le guillemet qui ferme la cellule",
          help: "mettez toute la cellule entre guillemets droits, et doublez ceux du texte : \"\""))
    }
    append(doubled ? unescape(inside) : trim(file.bytes, inside), open..<afterQuote)
    return true
  }

  /// Writes the cell with its quotes undoubled after the file's bytes.
  private mutating func unescape(_ range: Range<Int>) -> Range<Int> {
    let start = text.count
    var k = range.lowerBound
    while k < range.upperBound {
      text.append(file.bytes[k])
      k += file.bytes[k] == UInt8(ascii: "\"") ? 2 : 1
    }
    return trim(text, start..<text.count)
  }

  private mutating func append(_ content: Range<Int>, _ place: Range<Int>) {
    spans.append(
      RawTable.Span(
        textStart: UInt32(truncatingIfNeeded: content.lowerBound),
        textEnd: UInt32(truncatingIfNeeded: content.upperBound),
        start: UInt32(truncatingIfNeeded: place.lowerBound), end: UInt32(truncatingIfNeeded: place.upperBound)
      ))
  }

  /// Keeps the record unless none of its cells says anything.
  private mutating func closeRecord() {
    let first = rowStarts[rowStarts.count - 1]
    if spans[first...].allSatisfy({ $0.textStart == $0.textEnd }) {
      spans.removeSubrange(first...)
    } else {
      rowStarts.append(spans.count)
    }
  }

  /// The first record is the header. Columns that have neither name nor text, the mark of separators left at the
  /// end of each line, are dropped.
  private consuming func table() -> RawTable {
    var width = rowStarts[1]
    while width > 1, spans[width - 1].textStart == spans[width - 1].textEnd { width -= 1 }
    let dropsTail = width < rowStarts[1] && tailIsEmpty(width)
    if !dropsTail { width = rowStarts[1] }
    let header = spans[..<width].map { span in
      RawCell(
        String(decoding: text[Int(span.textStart)..<Int(span.textEnd)], as: UTF8.self),
        at: file.location(Int(span.start)..<Int(span.end)))
    }
    let headerCount = rowStarts[1]
    if dropsTail {
      cutRows(to: width, headerCount)
    } else {
      spans.removeFirst(headerCount)
      rowStarts.removeFirst()
      for k in rowStarts.indices { rowStarts[k] -= headerCount }
    }
    return RawTable(
      file: file.path, location: file.location(0..<0), header: header, text: text, spans: spans,
      rowStarts: rowStarts)
  }

  private func tailIsEmpty(_ width: Int) -> Bool {
    for row in 1..<rowStarts.count - 1 {
      let tail = min(rowStarts[row] + width, rowStarts[row + 1])..<rowStarts[row + 1]
      for k in tail where spans[k].textStart != spans[k].textEnd { return false }
    }
    return true
  }

  private mutating func cutRows(to width: Int, _ headerCount: Int) {
    var kept: [RawTable.Span] = []
    var starts = [0]
    kept.reserveCapacity(spans.count - headerCount)
    for row in 1..<max(rowStarts.count - 1, 1) {
      kept.append(contentsOf: spans[rowStarts[row]..<min(rowStarts[row] + width, rowStarts[row + 1])])
      starts.append(kept.count)
    }
    spans = kept
    rowStarts = starts
  }
}
