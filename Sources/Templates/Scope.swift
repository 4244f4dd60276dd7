/// The names of a stretch of a layout that has its own: which slot holds each, and how the slot is filled when the
/// stretch is entered. The rules are those of `jinja2/idtracking.py`, so that names mean the same here and there.
final class Scope {
  enum Load {
    /// Given from outside: a parameter, the variable of a loop.
    case parameter
    /// Looked up in what the layout was given.
    case resolve(String)
    /// A copy of a variable of an enclosing scope.
    case alias(Slot)
    /// Nothing yet.
    case nothing
  }

  struct Slot {
    let function: FunctionDraft
    let number: Int32
  }

  /// What changes from branch to branch of an `if`.
  struct Table {
    var slots: [String: Int32] = [:]
    var loads: [Int32: Load] = [:]
    var stored: Set<String> = []
  }

  let parent: Scope?
  let function: FunctionDraft
  var table = Table()
  /// The slot of a name is the same in all branches.
  private var numbers: [String: Int32] = [:]

  init(in function: FunctionDraft, parent: Scope?) {
    self.function = function
    self.parent = parent
  }

  func slot(of name: String) -> Slot? {
    if let number = table.slots[name] { return Slot(function: function, number: number) }
    return parent?.slot(of: name)
  }

  /// Whether a name is a variable of the layout itself, and not one it was given.
  func isOwn(_ name: String) -> Bool {
    guard let number = table.slots[name] else { return parent?.isOwn(name) ?? false }
    if case .resolve? = table.loads[number] { return false }
    return true
  }

  private func define(_ name: String, _ load: Load) -> Int32 {
    let number = numbers[name] ?? function.newSlot(for: name)
    numbers[name] = number
    table.slots[name] = number
    table.loads[number] = load
    return number
  }

  @discardableResult
  func declareParameter(_ name: String) -> Int32 {
    table.stored.insert(name)
    return define(name, .parameter)
  }

  func store(_ name: String) {
    table.stored.insert(name)
    guard table.slots[name] == nil else { return }
    _ = define(name, parent?.slot(of: name).map { .alias($0) } ?? .nothing)
  }

  func load(_ name: String) {
    if slot(of: name) == nil { _ = define(name, .resolve(name)) }
  }

  /// Merges what the branches of an `if` did. A name that only some of them set starts as what it is outside.
  func merge(_ branches: [Table]) {
    let stored = branches.reduce(into: Set<String>()) { $0.formUnion($1.stored) }.subtracting(table.stored)
    for branch in branches {
      table.slots.merge(branch.slots) { $1 }
      table.loads.merge(branch.loads) { $1 }
      table.stored.formUnion(branch.stored)
    }
    for name in stored {
      guard let number = table.slots[name] else { continue }
      table.loads[number] = parent?.slot(of: name).map { .alias($0) } ?? .resolve(name)
    }
  }

  /// Every name stored here or around, and its slot.
  var storedNames: [(name: String, slot: Slot)] {
    var seen: Set<String> = []
    var names: [(name: String, slot: Slot)] = []
    var scope: Scope? = self
    while let current = scope {
      for name in current.table.stored.sorted() where seen.insert(name).inserted {
        if let slot = slot(of: name) { names.append((name, slot)) }
      }
      scope = current.parent
    }
    return names
  }
}

/// A function being compiled.
final class FunctionDraft {
  let number: Int
  let parent: FunctionDraft?
  private(set) var slotNames: [String] = []
  var nesting = 0
  var deepest = 0
  /// The slots that hold the `loop` of a loop.
  var loopSlots: Set<Int32> = []

  init(number: Int, parent: FunctionDraft?) {
    self.number = number
    self.parent = parent
  }

  func newSlot(for name: String) -> Int32 {
    slotNames.append(name)
    return Int32(slotNames.count - 1)
  }

  /// How many functions out another one is.
  func depth(to other: FunctionDraft) -> Int32 {
    var depth: Int32 = 0
    var current: FunctionDraft? = self
    while let draft = current, draft !== other {
      depth += 1
      current = draft.parent
    }
    return depth
  }
}
