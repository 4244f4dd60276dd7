import Diagnostics

/// A heading of the outline.
public struct Heading: Hashable, Sendable {
  /// Its index in `Document.nodes`.
  public internal(set) var node: Int
  /// From 1 to 6, as written.
  public let level: Int
  /// What a link points at after `#`: the `{#id}` it was given, or the slug of its text. Empty in plain mode.
  public internal(set) var anchor: String
  /// The whole `{#id}`, if one was written.
  public internal(set) var explicitAnchor: Range<Int>?
}

/// Where a link or an image leads: texts for `Document.slice`.
public struct Link: Hashable, Sendable {
  /// Unescaped, not yet percent-encoded. Empty where the address was refused.
  public internal(set) var destination: Range<Int>
  /// Empty if none was given.
  public let title: Range<Int>
}

/// How the cells of a table's columns are set.
public struct Table: Hashable, Sendable {
  public enum Alignment: UInt8, Hashable, Sendable {
    case none, left, center, right
  }

  public let alignments: [Alignment]
}

/// A note at the foot of the page.
public struct Footnote: Hashable, Sendable {
  /// As written between `[^` and `]`, folded as cmark folds it.
  public let label: String
  /// Counted from 1 in the order of the first calls.
  public let number: Int
  /// Its index in `Document.nodes`.
  public internal(set) var node: Int
  /// How many calls it has.
  public internal(set) var callCount: Int
}

/// Where a note at the foot of the page is called.
public struct Call: Hashable, Sendable {
  /// Its index in `Document.footnotes`.
  public let note: UInt32
  /// Counted from 1 among the calls of that note.
  public let occurrence: UInt32
}

/// A value quoted in a sentence: `:chiffre[id]` or `:cellule[tableau/ligne/colonne]`.
public struct Reference: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case figure = "chiffre"
    case cell = "cellule"
  }

  public let kind: Kind
  /// What stands between the brackets.
  public let target: String
  public let targetRange: Range<Int>
  /// The index of its node in `Document.nodes`.
  public internal(set) var node: Int
  /// Whether a sentence starts with it, so that a word takes a capital.
  public internal(set) var startsSentence: Bool
}

/// A block between `::: nom {attributs}` and `:::`.
public struct Directive: Hashable, Sendable {
  /// One `cle=valeur`. Ranges are byte offsets in the file, the value's without its quotes.
  public struct Attribute: Hashable, Sendable {
    public let name: String
    public let nameRange: Range<Int>
    public let value: String
    public let valueRange: Range<Int>
  }

  public let name: String
  public let nameRange: Range<Int>
  /// The `#id`, without its sign.
  public let id: String?
  public let idRange: Range<Int>?
  public let classes: [String]
  /// In the order written, each name once.
  public let attributes: [Attribute]
  /// Its index in `Document.nodes`.
  public internal(set) var node: Int
  /// Whether a line of `:::` ends it; that it does not has been reported.
  public internal(set) var isClosed = true

  public func attribute(_ name: String) -> Attribute? { attributes.first { $0.name == name } }
  /// The value of an attribute, or nil if it was not written.
  public subscript(name: String) -> String? { attribute(name)?.value }
}
