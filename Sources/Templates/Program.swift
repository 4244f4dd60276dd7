import Diagnostics

/// All layouts of a set, compiled. Expressions are nodes and statements are instructions, both plain numbers in flat
/// arrays: running them touches no reference count but those of the values they work on.
struct Program: Sendable {
  var nodes: [Node] = []
  /// Where each node was written.
  var places: [Place] = []
  var constants: [Value] = []
  var names: [Name] = []
  /// The names of the members to go through, for each `path`: its own in a row.
  var paths: [Range<Int>] = []
  var pathNames: [Name] = []
  /// Lists of nodes that belong together: the arguments of a call, the parts of a text.
  var operands: [Int32] = []
  var calls: [CallInfo] = []
  var namedArguments: [(name: Int32, node: Int32)] = []
  var instructions: [Instruction] = []
  /// The text between tags, one after the other.
  var text: [UInt8] = []
  var functions: [Function] = []
  /// The names of the slots of each function, for messages.
  var slotNames: [[Int32]] = []
  var templates: [Template] = []
  var loops: [LoopInfo] = []
  var captures: [CaptureInfo] = []
  var includes: [IncludeInfo] = []
  var imports: [ImportInfo] = []
  var macros: [MacroInfo] = []
  /// The names of the parameters of all macros.
  var parameters: [Int32] = []
  var targets: [TargetInfo] = []
  /// The variables that a file included, or a scoped block, takes over from where it is called.
  var snapshots: [[(name: Int32, node: Int32)]] = []
  var filters: [Filter] = []
  var globals = Map()
  var templateNumbers: [String: Int] = [:]

  struct Place: Sendable {
    let start: Int32
    let end: Int32
    let template: Int32
  }

  struct Template: Sendable {
    let name: String
    let path: String
    var root: Int32 = -1
    var blocks: [(name: Int32, function: Int32)] = []

    func block(_ name: Int32) -> Int32? {
      for block in blocks where block.name == name { return block.function }
      return nil
    }
  }

  /// What has variables of its own: a file, a block, a macro, the body of a recursive loop.
  struct Function: Sendable {
    var body: Range<Int32> = 0..<0
    var slotCount: Int32 = 0
    /// How deep its statements and expressions are nested: what a call of it costs of the stack.
    var nesting: Int32 = 0
    let template: Int32
    /// Whether it may end by rendering the file it extends.
    var extends = false
  }

  struct CallInfo: Sendable {
    let positional: Range<Int32>
    /// Places in `namedArguments`.
    var named: Range<Int32> = 0..<0
  }

  struct LoopInfo: Sendable {
    let items: Int32
    let target: Int32
    /// -1 where every item counts.
    var condition: Int32 = -1
    /// The variables of the condition, which are not those of the body.
    var conditionTarget: Int32 = -1
    /// Run once before the loop.
    var preparation: Range<Int32> = 0..<0
    /// Run for each item before its condition is asked.
    var conditionPreparation: Range<Int32> = 0..<0
    var body: Range<Int32> = 0..<0
    var otherwise: Range<Int32> = 0..<0
    /// The slot of `loop`, -1 where nobody asks.
    let loopSlot: Int32
    /// The function that holds the body of a recursive loop, else -1.
    var function: Int32 = -1
  }

  struct CaptureInfo: Sendable {
    var body: Range<Int32> = 0..<0
    /// -1 where the result is written out.
    let target: Int32
    /// -1 where there is no filter.
    var filter: Int32 = -1
    /// The slot that holds the text for the filter.
    let slot: Int32
  }

  struct IncludeInfo: Sendable {
    let template: Int32
    let ignoresMissing: Bool
    let withContext: Bool
    let snapshot: Int32
  }

  struct ImportInfo: Sendable {
    let template: Int32
    let withContext: Bool
    let snapshot: Int32
    /// The slot of the whole file, -1 where names are taken out of it.
    let slot: Int32
    let names: [(name: Int32, slot: Int32, node: Int32)]
  }

  struct MacroInfo: Sendable {
    let name: Int32
    let function: Int32
    /// Places in `parameters`.
    let parameters: Range<Int32>
    /// The slots of what comes in beside the parameters, -1 where the body does not ask for it.
    let callerSlot: Int32
    let varargsSlot: Int32
    let kwargsSlot: Int32
  }

  enum TargetInfo: Sendable {
    case slot(Int32)
    case tuple([Int32])
    case member(node: Int32, name: Int32)
  }
}

/// A program to be shared by renderers.
final class CompiledLayouts: Sendable {
  let program: Program

  init(_ program: Program) { self.program = program }

  /// The function of a block in the first file of a chain that has it.
  func block(_ name: Int32, in chain: [Int32]) -> Int32? {
    for template in chain {
      if let function = program.templates[Int(template)].block(name) { return function }
    }
    return nil
  }
}

/// An expression. Every number but slots and depths is a place in one of the arrays of the program.
enum Node: Sendable {
  case constant(Int32)
  case slot(Int32, name: Int32)
  /// A slot of an enclosing function.
  case outer(depth: Int16, slot: Int32, name: Int32)
  case attribute(Int32, name: Int32)
  /// The members of members of a slot: its names in a row. The same in steps is the other node, for when one fails.
  case path(slot: Int32, place: Int32, steps: Int32)
  case subscripted(Int32, Int32)
  case slice(Int32, operands: Int32)
  case list(first: Int32, count: Int32)
  case map(first: Int32, count: Int32)
  case binary(BinaryOperator, Int32, Int32)
  case and(Int32, Int32)
  case or(Int32, Int32)
  case not(Int32)
  case negate(Int32)
  case plus(Int32)
  case concat(first: Int32, count: Int32)
  case compare(ComparisonOperator, Int32, Int32)
  /// Operands: the first value, then operator and value by turns.
  case compareChain(first: Int32, count: Int32)
  case conditional(test: Int32, then: Int32, otherwise: Int32)
  /// A filter of the language: the value, then one operand for each parameter, -1 where it was left out.
  case filter(LanguageFilter, first: Int32, count: Int32)
  case customFilter(Int32, first: Int32, count: Int32)
  case test(LanguageTest, first: Int32, count: Int32)
  case call(Int32, info: Int32)
  case method(Int32, name: Int32, info: Int32)
  case function(LanguageFunction, info: Int32)
  case superBlock(template: Int32, name: Int32, level: Int32)
  case selfBlock(name: Int32)
  case loopMember(slot: Int32, LoopMember)
  /// Stands for a name taken out of an imported file.
  case imported(name: Int32)
  case invalid
}

/// A statement, or a piece of one.
enum Instruction: Sendable {
  case text(start: Int32, count: Int32)
  case output(Int32)
  case jump(Int32)
  case jumpUnless(Int32, to: Int32)
  /// Skips output at the top of a file that has been found to extend another.
  case jumpIfExtended(Int32)
  case set(slot: Int32, Int32)
  case assign(target: Int32, Int32)
  /// Copies a variable, be it set or not.
  case copy(slot: Int32, Int32)
  case resolve(slot: Int32, name: Int32)
  case clear(slot: Int32)
  /// Gives a parameter its default, if it was left out.
  case fallBack(slot: Int32, Int32)
  case export(slot: Int32, name: Int32)
  /// Takes a name over without making it visible to who imports the file.
  case keep(slot: Int32, name: Int32)
  case loop(Int32)
  case capture(Int32)
  case block(name: Int32, snapshot: Int32, node: Int32)
  case requiredBlock(name: Int32, node: Int32)
  case extends(Int32)
  case include(Int32)
  case importFile(Int32)
  case macro(slot: Int32, Int32)
  case call(macro: Int32, node: Int32)
}

enum LoopMember: UInt8, Sendable, CaseIterable {
  case index, index0, first, last, length, revindex, revindex0, previtem, nextitem, depth, depth0

  static let names: [String: LoopMember] = [
    "index": .index, "index0": .index0, "first": .first, "last": .last, "length": .length,
    "revindex": .revindex,
    "revindex0": .revindex0, "previtem": .previtem, "nextitem": .nextitem, "depth": .depth, "depth0": .depth0,
  ]
}

/// The functions that every layout can call.
enum LanguageFunction: String, Sendable, CaseIterable { case range, dict, namespace }
