extension Array {
  /// The same elements without room for more: of what is kept for thousands of sections, spare room is half the memory.
  public func fitted() -> [Element] {
    capacity > count ? withUnsafeBufferPointer { Array($0) } : self
  }
}
