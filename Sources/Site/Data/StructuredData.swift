import Diagnostics
import Publication
import Templates

/// What search engines read of a page: schema.org in JSON-LD. A `Report` on the home page, a `Chapter` of it on a section's,
/// a `Dataset` on the page of the data, a `BreadcrumbList` wherever there is a trail.
struct StructuredData {
  private let page: Page
  private let publication: Publication
  private let trail: [(title: String, url: String)]

  init(_ page: Page, _ publication: Publication, trail: [(title: String, url: String)]) {
    self.page = page
    self.publication = publication
    self.trail = trail
  }

  /// None without a public address: schema.org asks for absolute ones.
  var value: Value {
    guard let url = publication.settings.url else { return .none }
    var json = JSONWriter()
    json.object {
      $0.member("@context", "https://schema.org")
      $0.member("@graph") {
        $0.array {
          if page.kind == .home { writeReport(&$0, url) }
          if page.kind == .data { writeDataset(&$0, url) }
          if case .section(let place) = page.kind { writeChapter(publication.sections[place], &$0, url) }
          if trail.count > 1 { writeTrail(&$0, url) }
        }
      }
    }
    return page.kind == .home || trail.count > 1 ? .markup(json.bytes) : .none
  }

  private func writeReport(_ json: inout JSONWriter, _ url: String) {
    json.object {
      $0.member("@type", "Report")
      $0.member("name", name)
      $0.member("url", url)
      $0.member("image", url + ShareCards.path(of: page))
      $0.member("temporalCoverage", ifPresent: period)
      $0.member(
        "dateModified", ifPresent: publication.everything.compactMap { $0.header.updated?.value.iso }.max())
      $0.member("inLanguage", publication.settings.language)
      $0.member("description", ifPresent: publication.settings.summary ?? publication.home.header.summary)
      $0.member("publisher") { writePublisher(&$0) }
      writeLicence(&$0)
    }
  }

  private func writeChapter(_ section: Section, _ json: inout JSONWriter, _ url: String) {
    json.object {
      $0.member("@type", "Chapter")
      $0.member("name", section.typesetTitle)
      $0.member("url", url + page.url)
      $0.member("image", url + ShareCards.path(of: page))
      $0.member("dateModified", ifPresent: section.header.updated?.value.iso)
      $0.member("isPartOf") {
        $0.object {
          $0.member("@type", "Report")
          $0.member("name", name)
          $0.member("url", url)
        }
      }
    }
  }

  private func writeDataset(_ json: inout JSONWriter, _ url: String) {
    json.object {
      $0.member("@type", "Dataset")
      $0.member("name", "Données\u{A0}: " + name)
      $0.member("description", "Tous les chiffres clés et tableaux de la publication.")
      $0.member("url", url + page.url)
      $0.member("temporalCoverage", ifPresent: period)
      $0.member("creator") { writePublisher(&$0) }
      writeLicence(&$0)
      $0.member("distribution") {
        $0.array {
          for (name, format) in [
            ("chiffres-cles.csv", "text/csv"), ("chiffres-cles.json", "application/json"),
          ] {
            $0.object {
              $0.member("@type", "DataDownload")
              $0.member("encodingFormat", format)
              $0.member("contentUrl", url + "donnees/" + name)
            }
          }
        }
      }
    }
  }

  private var name: String {
    Typeset.text(publication.settings.title + " " + publication.settings.periodText)
  }

  /// An interval of ISO 8601: a school year has no name there.
  private var period: String? { publication.settings.period.map { $0.start.iso + "/" + $0.end.iso } }

  /// An address as it is, a name as a work that bears it: schema.org takes no bare text here.
  private func writeLicence(_ json: inout JSONWriter) {
    guard let licence = publication.settings.legalNotice.licence else { return }
    if licence.hasPrefix("http") {
      json.member("license", licence)
    } else {
      json.member("license") {
        $0.object {
          $0.member("@type", "CreativeWork")
          $0.member("name", licence)
        }
      }
    }
  }

  private func writePublisher(_ json: inout JSONWriter) {
    json.object {
      $0.member("@type", "GovernmentOrganization")
      $0.member("name", publication.settings.publisher.name)
      $0.member("url", ifPresent: publication.settings.publisher.website)
    }
  }

  private func writeTrail(_ json: inout JSONWriter, _ url: String) {
    json.object {
      $0.member("@type", "BreadcrumbList")
      $0.member("itemListElement") {
        $0.array {
          for (place, step) in trail.enumerated() {
            $0.object {
              $0.member("@type", "ListItem")
              $0.member("position", place + 1)
              $0.member("name", step.title)
              $0.member("item", url + (step.url == "index.html" ? "" : step.url))
            }
          }
        }
      }
    }
  }
}
