import Diagnostics
import FrontMatter

/// The sigles of the publication and what they stand for.
public struct Glossary: Sendable {
  /// The meaning of each; empty for a proper noun that only looks like a sigle.
  private let meanings: [String: String]

  public init(_ node: Node?, file: SourceFile, _ diagnostics: inout [Diagnostic]) {
    var meanings: [String: String] = [:]
    switch node?.content {
    case .scalar, .sequence:
      diagnostics.append(
        Diagnostic(
          FrontMatterCode.wrongType, at: node?.location ?? file.location(0..<0),
          "Il faut ici des sigles, chacun avec son sens",
          help:
            "écrivez chaque sigle sur sa ligne, suivi de deux-points : « ENT: espace numérique de travail »"))
    default: break
    }
    for entry in node?.entries ?? [] {
      switch entry.value.content {
      case .scalar(let scalar): meanings[entry.key] = scalar.text
      case .empty: meanings[entry.key] = ""
      case .mapping, .sequence:
        diagnostics.append(
          Diagnostic(
            FrontMatterCode.wrongType, at: entry.value.location,
            "Le sens du sigle « \(entry.key) » doit être un texte",
            help: "\(entry.key): Ce que veut dire le sigle"))
      case .unreadable: continue
      }
    }
    self.meanings = meanings
  }

  public static let empty = Glossary(meanings: [:])

  private init(meanings: [String: String]) { self.meanings = meanings }

  /// What a sigle stands for; nil when it is unknown or a proper noun.
  public func meaning(of sigle: String) -> String? {
    meanings[sigle].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether `sigles.yaml` has a line for it, with or without a meaning.
  public func knows(_ sigle: String) -> Bool { meanings[sigle] != nil }

  /// The sigles with a meaning.
  public var sigles: [String] { meanings.filter { !$0.value.isEmpty }.map(\.key).sorted() }
}
