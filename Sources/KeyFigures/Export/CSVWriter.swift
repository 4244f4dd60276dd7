import Diagnostics
import FrenchText

/// Writes RFC 4180: commas, CR LF, quotes only where they are needed, doubled inside.
///
/// A semicolon or a tab needs them too: readers guess the separator from what stands outside quotes.
///
/// A cell that begins as a formula of a spreadsheet would (`=`, `+`, `-`, `@`) is written as it is. An apostrophe before it
/// would be one more character for whoever reads the file as the data it is, with its Table Schema; it would spoil negative
/// numbers and telephone numbers; and spreadsheets ask before they run anything that leads out of a CSV file.
struct CSVWriter {
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  mutating func cell(_ text: String) {
    text.withBytes { cell($0) }
  }

  mutating func cell(_ text: UnsafeBufferPointer<UInt8>) {
    separate()
    let needsQuotes = text.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "\"") || $0 == .tab
        || $0.isLineEnd
    }
    guard needsQuotes else {
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func empty() { separate() }

  /// A plain decimal: `-8.3`.
  mutating func number(_ decimal: Decimal) {
    separate()
    decimal.appendPlain(to: &bytes)
  }

  mutating func endRow() {
    bytes.append(.carriageReturn)
    bytes.append(.lineFeed)
    isFirst = true
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }
}
