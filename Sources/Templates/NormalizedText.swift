/// A file with every line end turned into LF and without the last one, as Jinja reads it, that remembers where its
/// bytes come from.
struct NormalizedText {
  let bytes: [UInt8]
  /// The offsets, in `bytes`, before which one byte of the file was dropped; in order, repeated as often as needed.
  private let drops: [Int]

  init(_ file: [UInt8]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.count)
    var drops: [Int] = []
    var i = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    drops += [Int](repeating: 0, count: i)
    while i < file.count {
      let byte = file[i]
      i += 1
      guard byte == .carriageReturn else {
        bytes.append(byte)
        continue
      }
      bytes.append(.lineFeed)
      if i < file.count, file[i] == .lineFeed {
        drops.append(bytes.count)
        i += 1
      }
    }
    if bytes.last == .lineFeed { bytes.removeLast() }
    self.bytes = bytes
    self.drops = drops
  }

  /// The offset in the file of an offset in `bytes`.
  func fileOffset(_ offset: Int) -> Int {
    var low = 0
    var high = drops.count
    while low < high {
      let middle = (low + high) / 2
      if drops[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return offset + low
  }

  func fileRange(_ range: Range<Int>) -> Range<Int> {
    fileOffset(range.lowerBound)..<fileOffset(range.upperBound)
  }
}
