import Diagnostics

/// A value of the front matter, before anything is known of its type: what was written, and where.
public struct Node: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case scalar(Scalar)
    case mapping([Entry])
    case sequence([Node])
    /// Nothing was written: `PLACE:`.
    case empty
    /// Something was written that could not be read; it has been reported, so nobody else need complain.
    case unreadable
  }

  public let content: Content
  /// A scalar with its quotes, a collection from its first to its last token.
  public let location: SourceLocation

  public init(_ content: Content, at location: SourceLocation) {
    self.content = content
    self.location = location
  }

  public var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  public var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// Nothing was written.
  var isEmpty: Bool { if case .empty = content { true } else { false } }
  var isUnreadable: Bool { if case .unreadable = content { true } else { false } }

  public var items: [Node]? {
    if case .sequence(let items) = content { items } else { nil }
  }
}

/// A text, read as YAML 1.2 reads it but always as text: `non`, `1e3` and `2025-05-17` stay as they were typed.
public struct Scalar: Hashable, Sendable {
  public enum Style: Hashable, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  public let text: String
  public let style: Style

  public init(_ text: String, style: Style = .plain) {
    self.text = text
    self.style = style
  }
}

/// A key of a mapping and its value, in the order they were written.
public struct Entry: Hashable, Sendable {
  public let key: String
  /// Where the key stands in the file of the value.
  public let keyRange: Range<Int>
  public let value: Node

  public init(key: String, keyRange: Range<Int>, value: Node) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
  }

  public var keyLocation: SourceLocation { SourceLocation(file: value.location.file, range: keyRange) }
}

extension Node {
  /// Where a stretch of the scalar's text (UTF-8 offsets) stands in the file. Exact when the text was written as it
  /// reads, on one line and without escapes; otherwise the whole scalar.
  public func location(ofText range: Range<Int>) -> SourceLocation {
    guard let start = verbatimStart, let scalar, range.upperBound <= scalar.text.utf8.count else {
      return location
    }
    return SourceLocation(file: location.file, range: start + range.lowerBound..<start + range.upperBound)
  }

  /// The offset of the scalar's first byte, if its text stands in the file byte for byte.
  public var verbatimStart: Int? {
    guard let scalar else { return nil }
    let length = scalar.text.utf8.count
    switch scalar.style {
    case .plain: return location.range.count == length ? location.range.lowerBound : nil
    case .singleQuoted, .doubleQuoted:
      return location.range.count == length + 2 ? location.range.lowerBound + 1 : nil
    case .literal, .folded: return nil
    }
  }

  /// What YAML takes for a mapping of one entry though a French hand meant a sentence: `- PLACE : les groupes`, one
  /// line, both halves plain, a space (breaking or not) before the colon. Whoever wants a text takes it as one.
  public var sentence: Scalar? {
    guard let entries, entries.count == 1, let entry = entries.first, let half = entry.value.scalar,
      half.style == .plain, entry.value.verbatimStart != nil,
      entry.keyRange.count == entry.key.utf8.count
    else { return nil }
    let isSpaced = entry.key.hasSuffix("\u{A0}") || entry.key.hasSuffix("\u{202F}")
    switch entry.value.location.range.lowerBound - entry.keyRange.upperBound {
    case 2 where isSpaced: return Scalar(entry.key + ": " + half.text)
    case 3 where !isSpaced: return Scalar(entry.key + " : " + half.text)
    default: return nil
    }
  }
}

/// A value with the place it was written at.
public struct Located<Value> {
  public let value: Value
  public let location: SourceLocation

  public init(_ value: Value, at location: SourceLocation) {
    self.value = value
    self.location = location
  }

  public func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
    Located<Other>(transform(value), at: location)
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
