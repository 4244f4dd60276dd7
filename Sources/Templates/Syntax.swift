/// An expression as it was written. `depth` is the height of its tree, kept below a limit so that walking the tree
/// recursively is safe.
struct Expression: Sendable {
  indirect enum Kind: Sendable {
    case constant(Value)
    case name(String)
    case attribute(Expression, String)
    case subscripted(Expression, Expression)
    case slice(Expression, Expression?, Expression?, Expression?)
    case list([Expression])
    case map([(key: Expression, value: Expression)])
    case binary(BinaryOperator, Expression, Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
    case not(Expression)
    case negate(Expression)
    case plus(Expression)
    case concat([Expression])
    case compare(Expression, [(ComparisonOperator, Expression)])
    case conditional(test: Expression, then: Expression, otherwise: Expression?)
    /// Without a target it takes the text of the block it stands at.
    case filter(Expression?, String, Range<Int>, Arguments)
    case test(Expression, String, Range<Int>, Arguments)
    case call(Expression, Arguments)
    /// What could not be read and has been reported.
    case invalid
  }

  struct Arguments: Sendable {
    var positional: [Expression] = []
    var named: [(name: String, range: Range<Int>, value: Expression)] = []

    var all: [Expression] { positional + named.map(\.value) }
  }

  let kind: Kind
  let range: Range<Int>
  let depth: Int
}

enum BinaryOperator: UInt8, Sendable { case add, subtract, multiply, divide, floorDivide, modulo, power }

enum ComparisonOperator: UInt8, Sendable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, isIn, isNotIn
}

/// What is given a value: a name, several, or the member of a namespace.
indirect enum Target: Sendable {
  case name(String, Range<Int>)
  case tuple([Target], Range<Int>)
  case member(String, String, Range<Int>)

  var range: Range<Int> {
    switch self {
    case .name(_, let range), .tuple(_, let range), .member(_, _, let range): range
    }
  }
}

struct Parameter: Sendable {
  let name: String
  let defaultValue: Expression?
}

struct Statement: Sendable {
  indirect enum Kind: Sendable {
    case text([UInt8])
    case output(Expression)
    case `if`([(test: Expression, body: [Statement])], otherwise: [Statement])
    case `for`(ForLoop)
    case set(Target, Expression)
    case setBlock(Target, filter: Expression?, body: [Statement])
    case with([(Target, Expression)], body: [Statement])
    case block(Block)
    case extends(Expression)
    case include(Expression, ignoresMissing: Bool, withContext: Bool)
    case importAll(Expression, name: String, withContext: Bool)
    case importNames(Expression, names: [(name: String, alias: String, range: Range<Int>)], withContext: Bool)
    case macro(name: String, MacroBody)
    case call(Expression, MacroBody)
    case filter(Expression, body: [Statement])
  }

  struct ForLoop: Sendable {
    let target: Target
    let items: Expression
    let condition: Expression?
    let isRecursive: Bool
    let body: [Statement]
    let otherwise: [Statement]
  }

  struct Block: Sendable {
    let name: String
    let nameRange: Range<Int>
    let isScoped: Bool
    let isRequired: Bool
    let body: [Statement]
  }

  struct MacroBody: Sendable {
    let parameters: [Parameter]
    let body: [Statement]
  }

  let kind: Kind
  /// The tag that opens it.
  let range: Range<Int>
}
