import Diagnostics
import Publication
import Templates

/// Whether every directive of the publication has a layout to be shown by.
struct LayoutCheck {
  private let publication: Publication
  private let templates: TemplateSet

  init(_ publication: Publication, _ templates: TemplateSet) {
    self.publication = publication
    self.templates = templates
  }

  func run(_ diagnostics: inout [Diagnostic]) {
    var known = Set(DirectiveRule.all.map(\.name))
    for section in publication.everything {
      // Whatever has a meaning of its own has its layout.
      for place in section.blocks.indices {
        guard case .plain = section.blocks[place] else { continue }
        let directive = section.document.directives[place]
        guard !known.contains(directive.name) else { continue }
        guard !templates.contains("blocs/\(directive.name).html") else {
          known.insert(directive.name)
          continue
        }
        let guess = nearest(to: directive.name, in: DirectiveRule.all.map(\.name))
        diagnostics.append(
          Diagnostic(
            PublicationCode.unknownDirective, at: section.file.location(directive.nameRange),
            "Bloc inconnu « \(directive.name) »",
            help: guess.map { "vouliez-vous dire « ::: \($0) » ?" }
              ?? "choisissez parmi : " + DirectiveRule.all.map(\.name).joined(separator: ", ")
              + " ; ou créez layouts/blocs/\(directive.name).html"))
      }
    }
  }
}
