extension Renderer {
  /// What is written meanwhile, which goes no further.
  mutating func caught(
    _ write: (inout Renderer) throws(RenderFailure) -> Void
  ) throws(RenderFailure) -> [UInt8] {
    var page: [UInt8] = []
    swap(&page, &output)
    catching += 1
    defer {
      swap(&page, &output)
      catching -= 1
    }
    try write(&self)
    return output
  }

  /// Hands on what has been written of the page, once it is much.
  mutating func drainOutput() {
    guard output.count >= Self.mostKept, catching == 0, let drain else { return }
    drain(output)
    output.removeAll(keepingCapacity: true)
  }

  /// In bytes.
  private static var mostKept: Int { 1 << 18 }

  /// Writes what an expression comes to. What a call writes goes straight to the page.
  mutating func write(_ node: Int32) throws(RenderFailure) {
    switch layouts.program.nodes[Int(node)] {
    case .slot(let slot, _):
      if stack.look(at: base + Int(slot), { $0.write(to: &output) }) { return }
      try write(stack[base + Int(slot)], node)
    case .path(let slot, let path, let steps):
      let path = layouts.program.paths[Int(path)]
      if stack.look(at: base + Int(slot), { $0.write(pathNames, path, to: &output) }) { return }
      try write(steps)
    case .attribute: try write(try evaluate(node), node)
    case .filter(.safe, let first, _):
      let value = try evaluate(layouts.program.operands[Int(first)])
      if case .markup(let markup) = value { return output.append(markup: markup) }
      try perform(node) { (renderer) throws(Complaint) in try value.appendText(to: &renderer.output) }
    case .concat(let first, let count):
      for place in first..<first + count { try write(layouts.program.operands[Int(place)]) }
    case .conditional(let test, let then, let otherwise):
      if try isTrue(test) { try write(then) } else if otherwise >= 0 { try write(otherwise) }
    case .call(let callee, let info):
      let callee = try evaluate(callee)
      if let handle = callee.handle, handle.kind == .macro {
        try call(macro: handle, info, caller: .missing, node)
      } else {
        try write(try call(callee, info, node), node)
      }
    case .method(let target, let name, let info):
      let target = try evaluate(target)
      if let handle = target.handle, handle.kind == .module, let member = exported(name, of: handle)?.handle,
        member.kind == .macro
      {
        try call(macro: member, info, caller: .missing, node)
      } else {
        try write(try callMethod(name, of: target, info, node), node)
      }
    case .superBlock(let template, let name, let level): try runSuper(template, name, level, node)
    case .selfBlock(let name): try runSelf(name, node)
    default: try write(try evaluate(node), node)
    }
  }

  mutating func write(_ value: Value, _ node: Int32) throws(RenderFailure) {
    switch value {
    case .string(let text): output.appendMarkupSafe(text)
    case .markup(let markup): output.append(markup: markup)
    case .int(let number): output.appendDecimal(number)
    default:
      let value = value.isMissing ? unknown(node) : value
      try perform(node) { (renderer) throws(Complaint) in try value.appendHTML(to: &renderer.output) }
    }
  }
}
