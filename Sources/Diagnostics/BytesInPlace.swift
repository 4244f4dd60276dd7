extension String {
  /// The UTF-8 of the text where it lies. `withUTF8` asks for a variable, and the copy made for it is counted.
  public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let bytes = utf8.span
    return bytes.withUnsafeBufferPointer(body)
  }
}

extension [UInt8] {
  /// The bytes of a range where they lie; a slice of them would be counted. Like a slice, it stops the program where
  /// there is no such range.
  public func withBytes<Result>(
    in range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    withUnsafeBufferPointer { buffer in
      precondition(range.lowerBound >= 0 && range.upperBound <= buffer.count)
      return body(UnsafeBufferPointer(rebasing: buffer[range]))
    }
  }
}
