import FrenchText
import Markdown
import Templates

/// What the layout of any block receives: made where a layout asks for it, as most ask for little.
final class BlockContext: Shown {
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

  var base: Map { frame.globals }

  static let members = Members<BlockContext>([
    Member("attributs") { .map($0.attributes) },
    Member("id") { Value($0.id) },
    Member("classes") { .list($0.directive.classes.map { .string($0) }) },
    Member("niveau") { .int($0.level) },
    Member("impression") { .bool($0.medium.isPrint) },
    Member("note") { Typeset.html($0.directive["note"]) },
    Member("partie_numero") { $0.partNumber.map { .int($0) } ?? .none },
    Member("racine") { .string($0.medium.root) },
  ])

  private var attributes: Map {
    Map(
      directive.attributes.map { attribute in
        let date = attribute.name == "date" ? try? Period.parse(attribute.value).get() : nil
        return (attribute.name, .string(date?.formatted ?? Typeset.text(attribute.value)))
      }, answersNoneForMissing: true)
  }

  private var id: String? { directive.id.map { medium.idPrefix + directive.name + "-" + $0 } }
}
