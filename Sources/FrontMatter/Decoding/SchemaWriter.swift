import Diagnostics

extension Schema {
  /// The schema as a JSON document (draft 2020-12).
  public func json() -> [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      writeMembers(to: &$0)
    }
    return json.bytes
  }

  private func write(to json: inout JSONWriter) {
    json.object { writeMembers(to: &$0) }
  }

  private func writeMembers(to json: inout JSONWriter) {
    json.member("title", ifPresent: title)
    json.member("description", ifPresent: description)
    if !examples.isEmpty { json.member("examples") { $0.strings(examples) } }
    switch kind {
    case .anything: break
    case .text:
      // To a YAML editor `2025` and `12,5` are not all strings; to the decoder they are all text.
      json.member("type") { $0.strings(["string", "number", "boolean"]) }
    case .integer(let bounds):
      json.member("type", "integer")
      if let bounds {
        json.member("minimum", bounds.lowerBound)
        json.member("maximum", bounds.upperBound)
      }
    case .choice(let options): json.member("enum") { $0.strings(options) }
    case .list(let item):
      json.member("type", "array")
      json.member("items", item.write)
    case .map(let value):
      json.member("type", "object")
      json.member("additionalProperties", value.write)
    case .object(let properties): write(properties, to: &json)
    case .anyOf(let schemas):
      json.member("anyOf") { $0.array { for schema in schemas { schema.write(to: &$0) } } }
    }
  }

  private func write(_ properties: [Property], to json: inout JSONWriter) {
    json.member("type", "object")
    json.member("properties") {
      $0.object { for property in properties { $0.member(named: property.key, property.schema.write) } }
    }
    let required = properties.filter(\.isRequired).map(\.key)
    if !required.isEmpty { json.member("required") { $0.strings(required) } }
    let accented = properties.map { accentedPattern(of: $0.key) }.joined(separator: "|")
    if !accented.isEmpty {
      json.member("patternProperties") {
        $0.object { $0.member(named: "^(\(accented))$") { $0.number("true") } }
      }
    }
    json.member("additionalProperties", false)
  }
}

extension JSONWriter {
  fileprivate mutating func strings(_ texts: [String]) {
    array { for text in texts { $0.string(text) } }
  }
}
