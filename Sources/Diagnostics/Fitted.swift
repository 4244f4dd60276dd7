extension Array {
  /// The same elements without room for more, which adds up in what is kept for each of thousands of sections.
  public func fitted() -> [Element] {
    capacity > count ? withUnsafeBufferPointer { Array($0) } : self
  }
}
