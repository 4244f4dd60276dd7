extension String {
  /// The UTF-8 of the text where it lies. `withUTF8` asks for a variable, and the copy made for it is counted.
  public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let bytes = utf8.span
    return bytes.withUnsafeBufferPointer(body)
  }
}
