/// What layouts see of things of one type: names, and what makes the value of each when a layout asks for it.
///
/// A publication has thousands of sections and figures, and a page shows a few words of each: nothing is made, nor
/// kept, of what no layout names.
///
///     static let members = Members<Chart>([
///       "numero": { .int($0.number) },
///       "titre": { .string($0.title) },
///     ])
public struct Members<Subject: Sendable>: Sendable {
  public typealias Making = @Sendable (Subject) -> Value

  @usableFromInline private(set) var table = NameTable<Making>()

  /// The last of equal names wins, in the place of the first.
  public init(_ members: KeyValuePairs<String, Making>) {
    for (name, make) in members { table.set(name, make) }
  }

  /// The members of another thing that belongs to this one, then its own.
  public init<Base>(
    _ base: Members<Base>, of part: @escaping @Sendable (Subject) -> Base,
    and members: KeyValuePairs<String, Making>
  ) {
    for (name, make) in zip(base.table.names.all, base.table.meanings) { table.set(name) { make(part($0)) } }
    for (name, make) in members { table.set(name, make) }
  }
}
