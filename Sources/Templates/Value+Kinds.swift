extension Value {
  /// What the value is, with its article, for a message.
  var kindName: String {
    switch self {
    case .none: "none"
    case .bool: "un booléen"
    case .int, .double: "un nombre"
    case .string: "un texte"
    case .markup: "du HTML"
    case .list: "une liste"
    case .map: "un objet"
    case .handle(let handle):
      switch handle.kind {
      case .missing, .undefined, .blank: "une valeur inconnue"
      case .macro: "un macro"
      case .loop: "une boucle"
      case .namespace: "un espace de noms"
      case .module: "un fichier importé"
      }
    }
  }

  static let missing = Value.handle(Handle(.missing))
  /// What an inline `if` without `else` gives: it writes nothing, and nothing can be done with it.
  static let blank = Value.handle(Handle(.blank))

  var handle: Handle? {
    if case .handle(let handle) = self { return handle }
    return nil
  }

  var isMissing: Bool { handle?.kind == .missing }

  /// Whether it is what an unknown name or attribute gives.
  var isUndefined: Bool {
    guard case .handle(let handle) = self else { return false }
    return handle.kind == .undefined || handle.kind == .missing
  }

  var isUndefinedOrBlank: Bool {
    guard case .handle(let handle) = self else { return false }
    return handle.kind == .undefined || handle.kind == .missing || handle.kind == .blank
  }

  var isText: Bool {
    switch self {
    case .string, .markup: true
    default: false
    }
  }

  var isMarkup: Bool {
    if case .markup = self { return true }
    return false
  }

  /// The value as an integer where Python takes it for one.
  var integer: Int? {
    switch self {
    case .int(let value): value
    case .bool(let value): value ? 1 : 0
    default: nil
    }
  }

  var number: Double? {
    switch self {
    case .int(let value): Double(value)
    case .bool(let value): value ? 1 : 0
    case .double(let value): value
    default: nil
    }
  }

  /// The text of a string, or of markup.
  var text: String? {
    switch self {
    case .string(let text): text
    case .markup(let bytes): String(decoding: bytes, as: UTF8.self)
    default: nil
    }
  }

  /// Whether a condition takes it for true: everything but none, false, zero and what is empty.
  func isTrue() throws(Complaint) -> Bool {
    guard let truth else { throw .undefined(self) }
    return truth
  }

  /// The same, nil for what is unknown.
  var truth: Bool? {
    switch self {
    case .none: false
    case .bool(let value): value
    case .int(let value): value != 0
    case .double(let value): value != 0
    case .string(let text): !text.isEmpty
    case .markup(let bytes): !bytes.isEmpty
    case .list(let items): !items.isEmpty
    case .map(let map): !map.isEmpty
    case .handle(let handle):
      switch handle.kind {
      case .blank: false
      case .undefined, .missing: nil
      default: true
      }
    }
  }
}
