import FrenchText
import Markdown
import Templates

/// What the layout of any block receives: made where a layout asks for it, as most ask for little.
final class BlockContext: Sendable {
  let directive: Directive
  let medium: ContentRenderer.Medium
  let frame: Frame
  private let level: Int
  private let partNumber: Int?

  init(
    _ directive: Directive, level: Int, partNumber: Int?, medium: ContentRenderer.Medium, frame: Frame
  ) {
    self.directive = directive
    self.level = level
    self.partNumber = partNumber
    self.medium = medium
    self.frame = frame
  }

  var map: Map { Map(of: self, Self.members) }

  static let members = Members<BlockContext>([
    "publication": { $0.frame.globals["publication"] ?? .none },
    "actifs": { $0.frame.globals["actifs"] ?? .none },
    "generateur": { $0.frame.globals["generateur"] ?? .none },
    "attributs": { .map($0.attributes) },
    "id": { Value($0.id) },
    "classes": { .list($0.directive.classes.map { .string($0) }) },
    "niveau": { .int($0.level) },
    "impression": { .bool($0.medium.isPrint) },
    "note": { Typeset.html($0.directive["note"]) },
    "partie_numero": { $0.partNumber.map { .int($0) } ?? .none },
    "racine": { .string($0.medium.root) },
  ])

  private var attributes: Map {
    var attributes = Map()
    attributes.answersNoneForMissing = true
    for attribute in directive.attributes {
      attributes[attribute.name] = .string(
        attribute.name == "date"
          ? (try? Period.parse(attribute.value).get())?.formatted ?? Typeset.text(attribute.value)
          : Typeset.text(attribute.value))
    }
    return attributes
  }

  private var id: String? { directive.id.map { medium.idPrefix + directive.name + "-" + $0 } }
}
