/// A filter that a room above adds to the layout language: `{{ valeur | nombre(1, unite='%') }}`.
///
///     Filter("nombre", parameters: ["decimales", "unite"]) { value, arguments in … }
///
/// The closure may run on several threads at once.
public struct Filter: Sendable {
  public let name: String
  /// The names of the arguments, in the order in which they may be given without their names.
  public let parameters: [String]
  /// How many of the first parameters must be given.
  public let required: Int
  let body: @Sendable (Value, Arguments) throws(FilterFailure) -> Value

  public init(
    _ name: String, parameters: [String] = [], required: Int = 0,
    _ body: @escaping @Sendable (Value, Arguments) throws(FilterFailure) -> Value
  ) {
    self.name = name
    self.parameters = parameters
    self.required = required
    self.body = body
  }

  /// The arguments of one use, in the order of the parameters; nil where one was left out.
  public struct Arguments: Sendable {
    let values: [Value?]

    public subscript(place: Int) -> Value? { place < values.count ? values[place] : nil }
  }
}

/// Why a filter cannot do what it is asked, in French, without the place: the renderer knows it.
public struct FilterFailure: Error {
  public let message: String
  public let help: String?

  public init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
