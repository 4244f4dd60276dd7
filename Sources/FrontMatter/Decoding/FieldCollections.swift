import Diagnostics

extension Field {
  // MARK: Collections

  /// A list; items that cannot be read are reported and left out. With `orSingle`, one value alone is a list of one.
  public mutating func list<T>(orSingle: Bool = false, _ item: (inout Field) -> T?) -> [T]? {
    let (items, isSingle) = listItems(orSingle: orSingle)
    guard node != nil else {
      var sample = Field(nil, name)
      _ = item(&sample)
      schema =
        orSingle
        ? Schema(.anyOf([sample.schema, Schema(.list(sample.schema))])) : Schema(.list(sample.schema))
      return nil
    }
    guard let items else {
      mismatch(FrontMatterCode.wrongType, expecting: "une liste", example: "[un, deux]")
      return nil
    }
    var values: [T] = []
    values.reserveCapacity(items.count)
    for node in items {
      var field = Field(node, isSingle ? name : .item(of: name))
      if let value = item(&field) { values.append(value) }
      if !field.diagnostics.isEmpty { diagnostics += field.diagnostics }
    }
    return values
  }

  /// A mapping whose keys are declared one by one in the closure, which also builds the value.
  /// Declare every key before giving up on any, or a schema will lack what follows.
  public mutating func mapping<T>(_ body: (inout Fields) -> T?) -> T? {
    guard let node else {
      var fields = Fields(describing: name.label)
      _ = body(&fields)
      schema = fields.schema
      return nil
    }
    guard let entries = node.entries else {
      mismatch(
        FrontMatterCode.wrongType, expecting: "un ensemble de clés", example: "{ clé: valeur }")
      return nil
    }
    var fields = Fields(entries: entries, name, owner: node.headline)
    let value = body(&fields)
    fields.finish(&diagnostics)
    return value
  }

  /// A mapping whose keys are the editor's own, in their order: `PIX: Plateforme…`.
  public mutating func entries<T>(_ body: (Located<String>, inout Field) -> T?) -> [T]? {
    guard let node else {
      var sample = Field(nil, name)
      _ = body(Located("clé", at: SourceLocation(file: "", range: 0..<0)), &sample)
      schema = Schema(.map(sample.schema))
      return nil
    }
    guard let entries = node.entries else {
      mismatch(
        FrontMatterCode.wrongType, expecting: "un ensemble de clés", example: "{ clé: valeur }")
      return nil
    }
    var values: [T] = []
    values.reserveCapacity(entries.count)
    for entry in entries {
      var field = Field(entry.value, .key(entry.key))
      if let value = body(Located(entry.key, at: entry.keyLocation), &field) { values.append(value) }
      if !field.diagnostics.isEmpty { diagnostics += field.diagnostics }
    }
    return values
  }

  /// A value that may take several shapes, each with its own reader; a nil reader forbids the shape.
  ///
  /// Between a sentence and keys (`- 12 groupes : LyText`), a key of several words makes a sentence.
  public mutating func shaped<T>(
    scalar: ((inout Field) -> T?)? = nil, list: ((inout Field) -> T?)? = nil,
    mapping: ((inout Field) -> T?)? = nil
  ) -> T? {
    guard let node else {
      var schemas: [Schema] = []
      for reader in [scalar, list, mapping] {
        guard let reader else { continue }
        var sample = Field(nil, name)
        _ = reader(&sample)
        schemas.append(sample.schema)
      }
      schema = schemas.count == 1 ? schemas[0] : Schema(.anyOf(schemas))
      return nil
    }
    switch node.content {
    case .scalar: if let scalar { return scalar(&self) }
    case .sequence: if let list { return list(&self) }
    case .mapping(let entries):
      let isSentence = node.sentence != nil && entries.first?.key.utf8.contains(.space) ?? false
      if let scalar, isSentence { return scalar(&self) }
      if let mapping { return mapping(&self) }
      if let scalar, node.sentence != nil { return scalar(&self) }
    case .empty, .unreadable: break
    }
    let shapes = [(scalar, "un texte"), (list, "une liste"), (mapping, "un ensemble de clés")]
    let expected = shapes.filter { $0.0 != nil }.map(\.1).joined(separator: " ou ")
    let example =
      scalar != nil ? "Votre texte" : list != nil ? "[un, deux]" : "{ clé: valeur }"
    mismatch(FrontMatterCode.wrongType, expecting: expected, example: example)
    return nil
  }

  private func listItems(orSingle: Bool) -> (items: [Node]?, isSingle: Bool) {
    guard let node else { return (nil, false) }
    if let items = node.items { return (items, false) }
    guard orSingle, !node.isEmpty, !node.isUnreadable else { return (nil, false) }
    return ([node], true)
  }
}
