extension String {
  /// Whether it comes before another in byte order, which is that of every file list and the same everywhere.
  public func precedesInBytes(_ other: String) -> Bool {
    let (own, others) = (utf8Span.span, other.utf8Span.span)
    for place in 0..<min(own.count, others.count) where own[place] != others[place] {
      return own[place] < others[place]
    }
    return own.count < others.count
  }
}
