import Diagnostics

/// What a value may be, as the decoder understands it: recorded from its own declarations, written as JSON Schema.
public struct Schema: Hashable, Sendable {
  public indirect enum Kind: Hashable, Sendable {
    case anything
    case text
    case integer(ClosedRange<Int>?)
    case choice([String])
    case list(Schema)
    /// Keys of the editor's own, values alike.
    case map(Schema)
    case object([Property])
    case anyOf([Schema])
  }

  public struct Property: Hashable, Sendable {
    public let key: String
    public let schema: Schema
    public let isRequired: Bool

    public init(key: String, schema: Schema, isRequired: Bool) {
      self.key = key
      self.schema = schema
      self.isRequired = isRequired
    }
  }

  public let kind: Kind
  public var title: String?
  public var description: String?
  public var examples: [String] = []

  public init(_ kind: Kind, title: String? = nil, description: String? = nil, examples: [String] = []) {
    self.kind = kind
    self.title = title
    self.description = description
    self.examples = examples
  }

  /// Runs a decoder in order to learn what it accepts.
  ///
  ///     Schema.record(title: "Section") { fields in _ = Section(&fields) }
  public static func record<T>(title: String, description: String? = nil, _ body: (inout Fields) -> T)
    -> Schema
  {
    var fields = Fields(describing: title)
    _ = body(&fields)
    var schema = fields.schema
    schema.title = title
    schema.description = description
    return schema
  }
}
