import Diagnostics
import KeyFigures

/// A whole report, read, typed and checked. It holds everything a reader will see, and nothing of how it will look.
///
/// One reference, which every page shares.
public final class Publication: Sendable {
  public let settings: Settings
  public let glossary: Glossary
  /// The home page, the openings of the parts, then all sections.
  public let everything: [Section]
  public let parts: [Part]
  /// All sections, in reading order.
  public let sections: [Section]
  /// This edition's figures beside those of the one before.
  public let comparison: EditionComparison
  /// What the edition before this one published.
  public let edition: Edition?
  public let audit: AccessibilityAudit?
  public let media: [ContentFolder.Medium]
  /// The folder the media are copied from.
  public let root: String

  /// - Parameter everything: what `parts` count their sections in, after the home page and their openings.
  init(
    settings: Settings, glossary: Glossary, everything: [Section], parts: [Part],
    comparison: EditionComparison, edition: Edition?, audit: AccessibilityAudit?,
    media: [ContentFolder.Medium], root: String
  ) {
    self.settings = settings
    self.glossary = glossary
    self.everything = everything
    self.parts = parts
    sections = Array(everything[(1 + parts.count)...])
    self.comparison = comparison
    self.edition = edition
    self.audit = audit
    self.media = media
    self.root = root
  }

  public var home: Section { everything[0] }

  /// Every figure in its place, in reading order.
  public var figureRecords: [FigureRecord] { everything.flatMap(\.figureRecords) }

  public var figureCount: Int { count(\.figureRecords) }
  public var tableCount: Int { count(\.tables) }
  public var chartCount: Int { count(\.charts) }

  private func count<Element>(_ list: (Section) -> [Element]) -> Int {
    everything.reduce(0) { $0 + list($1).count }
  }

  /// The figures of the home page: those the publication names, or else the first of each section, six at most.
  public var headlines: [(figure: Figure, section: Section, part: Part?)] {
    let sections = sections
    let named = settings.headlines.compactMap { headline in
      sections.indices.lazy.compactMap { place in
        sections[place].figure(at: headline.value).map { ($0, place) }
      }.first
    }
    let first = sections.indices.lazy.compactMap { place in
      sections[place].figures.first.map { ($0, place) }
    }
    let chosen = settings.headlines.isEmpty ? Array(first.prefix(6)) : named
    return chosen.prefix(6).map { ($0, sections[$1], part(ofSection: $1)) }
  }

  /// The figure that stands for a section: one of the home page's, or else its first.
  public func headline(ofSection place: Int) -> Figure? {
    let section = sections[place]
    return settings.headlines.lazy.compactMap { section.figure(at: $0.value) }.first ?? section.figures.first
  }

  public func part(ofSection place: Int) -> Part? { parts.first { $0.sections.contains(place) } }

  public func priority(of section: Section) -> Settings.Priority? {
    section.header.priority.flatMap { key in settings.priorities.first { $0.key == key.value } }
  }
}

/// A part of the report, with its sections by chapter.
public final class Part: Sendable {
  /// Counted from 1.
  public let number: Int
  public let opening: Section
  public let chapters: [Chapter]
  /// Its sections, among those of the publication.
  public let sections: Range<Int>

  init(number: Int, opening: Section, chapters: [Chapter], sections: Range<Int>) {
    self.number = number
    self.opening = opening
    self.chapters = chapters
    self.sections = sections
  }

  public var folder: String { opening.folder }
}

/// Neighbouring sections under one title.
public struct Chapter: Hashable, Sendable {
  /// Nil for sections without a chapter.
  public let title: String?
  public let sections: Range<Int>
}
