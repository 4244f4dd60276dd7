/// A thing that layouts see by the names of its members: `Map(of:)` hands it to them.
///
/// A publication has thousands of sections and figures, and a page shows a few words of each: nothing is made, nor
/// kept, of what no layout names. A class, for what is handed around then costs one reference.
///
///     final class Chart: Shown {
///       static let members = Members<Chart>([
///         Member("numero") { .int($0.number) },
///         Member("titre") { .string($0.title) },
///       ])
///     }
public protocol Shown: MapContent {
  static var members: Members<Self> { get }

  /// What it has where it has no member of that name itself; empty unless it says so.
  var base: Map { get }
}

// Can be inlined, for the type of the thing to be known where its values are made.
extension Shown {
  @inlinable public var base: Map { Map() }

  @inlinable public var names: [Name] { base.names + Self.members.allNames }
  @inlinable public var isEmpty: Bool { false }
  @inlinable public var answersNoneForMissing: Bool { false }

  @inlinable public func value(of name: Name) -> Value? {
    guard let place = Self.members.names.place(of: name) else { return base.content?.value(of: name) }
    return Self.members.list[place].make(self)
  }
}

/// A name, and what makes its value of a thing.
public struct Member<Subject: Shown>: Sendable {
  let name: Name
  @usableFromInline let make: @Sendable (Subject) -> Value

  public init(_ name: String, _ make: @escaping @Sendable (Subject) -> Value) {
    self.name = Name(name)
    self.make = make
  }
}

/// What layouts see of things of one type. Not to be copied: all threads would write the counts of its references.
public struct Members<Subject: Shown>: ~Copyable, Sendable {
  @usableFromInline private(set) var names = NameList()
  @usableFromInline private(set) var list: [Member<Subject>] = []

  /// The last of equal names wins, in the place of the first.
  public init(_ members: [Member<Subject>]) {
    for member in members {
      if let place = names.place(of: member.name) {
        list[place] = member
      } else {
        names.append(member.name)
        list.append(member)
      }
    }
  }

  @usableFromInline var allNames: [Name] { names.names }
}
