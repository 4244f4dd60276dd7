/// What a layout can hold in a variable.
///
/// `string` is text, escaped wherever it is written; `markup` is HTML that is ready, written as it is.
public enum Value: Sendable {
  case none
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case markup([UInt8])
  case list([Value])
  case map(Map)
  /// Something of a rendering under way: a macro, the `loop` of a loop. Only layouts make these.
  case handle(Handle)

  /// Ready HTML from a Swift string.
  public static func html(_ text: String) -> Value { .markup(Array(text.utf8)) }

  /// A text, or none.
  public init(_ text: String?) {
    self = text.map { .string($0) } ?? .none
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .int(value) }
  public init(floatLiteral value: Double) { self = .double(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral elements: Value...) { self = .list(elements) }

  /// As in a layout, the last of equal keys wins.
  public init(dictionaryLiteral elements: (String, Value)...) { self = .map(Map(elements)) }
}

/// A thing that lives in the renderer, by its place there. The serial number tells when the place has been taken by
/// another thing since.
public struct Handle: Hashable, Sendable {
  enum Kind: UInt8 { case missing, undefined, blank, macro, loop, namespace, module }

  let kind: Kind
  let index: Int32
  let serial: UInt32

  init(_ kind: Kind, index: Int = 0, serial: UInt32 = 0) {
    self.kind = kind
    self.index = Int32(truncatingIfNeeded: index)
    self.serial = serial
  }
}
