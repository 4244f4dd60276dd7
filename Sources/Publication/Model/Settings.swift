import Diagnostics
import FrenchText
import FrontMatter
import KeyFigures

/// What `content/publication.yaml` says of the whole publication.
public struct Settings: Sendable {
  public struct Publisher: Hashable, Sendable {
    public var name: String
    public var abbreviation: String?
    public var region: String?
    public var email: String?
    public var address: String?
    public var website: String?
  }

  /// A national priority that sections may serve.
  public struct Priority: Hashable, Sendable {
    public let key: String
    public let title: String
  }

  /// The page format and the printer's needs; lengths in millimetres.
  public struct Print: Hashable, Sendable {
    public var format = "A4"
    public var bindingMargin: Int?
    public var bleed: Int?
    public var isGrey = false
  }

  /// The persons and bodies that the law wants named (loi n° 2004-575, art. 1-1).
  public struct LegalNotice: Hashable, Sendable {
    public var publisher: String?
    public var director: String?
    public var host: String?
    public var licence: String?
  }

  /// The most a page may weigh, in kilobytes of 1,000 bytes, and ask for: RGESN budgets. Nil: no limit.
  public struct Budget: Hashable, Sendable {
    public var kilobytes: Located<Int>?
    public var requests: Located<Int>?
  }

  /// A picture in `content/` with its text alternative.
  public struct Logo: Hashable, Sendable {
    public let path: Located<String>
    public let alternative: String
  }

  public var title = ""
  public var subtitle: String?
  /// As written, `2024-2025`; nil when missing or unreadable.
  public var periodText = ""
  public var period: Period?
  public var publisher = Publisher(name: "")
  /// The public address, ending in `/`.
  public var url: String?
  public var language = "fr"
  public var summary: String?
  /// The folders of the parts, in order.
  public var parts: [Located<String>] = []
  public var priorities: [Priority] = []
  /// The figures of the home page, as references.
  public var headlines: [Located<String>] = []
  public var previousEdition: Located<String>?
  /// The table schemas that sections share.
  public var models: [TableModel] = []
  public var units = UnitTable.standard
  public var allowsHTML = false
  /// The evolution, in percent, beyond which a figure asks for a note.
  public var alertThreshold: Located<Ratio>?
  public var print = Print()
  public var legalNotice = LegalNotice()
  public var budget = Budget()
  public var logo: Logo?
  /// What social networks show beside a link: a bitmap, since they take no drawing.
  public var shareImage: Logo?
  /// Custom properties of the style sheet and their colours.
  public var colours: [(name: String, value: String)] = []
  public var font: String?
  public var menu: [(title: String, url: String)] = []
  public var footer: [(title: String, url: String)] = []
  public var audit: Located<String>?
  /// When the accessibility declaration was made, where no audit says it.
  public var declared: Located<CalendarDay>?

  public init() {}

  /// - Parameter node: the whole file, nil when it is empty or unreadable (which has been reported).
  public init(_ node: Node?, file: SourceFile, _ diagnostics: inout [Diagnostic]) {
    self.init()
    var fields = Fields(node, of: "publication.yaml", owner: file.location(0..<0))
    decode(&fields)
    fields.finish(&diagnostics)
  }

  /// The keys of `publication.yaml`; run on a recorder it describes them for editors.
  public mutating func decode(_ fields: inout Fields) {
    title = fields.text("titre", required: true, doc: "Le titre de la publication")?.value ?? ""
    subtitle = fields.text("sous_titre", doc: "Le sous-titre, sur la couverture")?.value
    let period = fields.parsed(
      "periode", required: true, expecting: "une année scolaire ou civile", example: "2024-2025",
      doc: "La période dont la publication rend compte : une année scolaire (2024-2025) ou civile (2025)"
    ) { text in (try? Period.parse(text).get()).map { (text, $0) } }
    periodText = period?.value.0 ?? ""
    self.period = period?.value.1
    fields.mapping("organisme", required: true, doc: "L’organisme qui publie") { publisher.decode(&$0) }
    url =
      fields.parsed(
        "url", expecting: "une adresse qui commence par https://", example: "https://exemple.fr/bilan/",
        doc: "L’adresse publique du site", Self.baseURL)?.value
    language =
      fields.parsed(
        "langue", expecting: "un code de langue", example: "fr", doc: "La langue de la publication",
        Self.languageTag)?.value ?? language
    summary = fields.text("resume", doc: "La publication en une phrase, pour les moteurs de recherche")?.value
    parts =
      fields.list("parties", required: true, doc: "Les dossiers des parties, dans l’ordre") { $0.text() }
      ?? []
    priorities =
      fields.entries("priorites", doc: "Les priorités nationales : une clé courte et son intitulé") {
        key, field in
        field.text().map { Priority(key: key.value, title: $0.value) }
      } ?? []
    headlines =
      fields.list("chiffres_phares", doc: "Les chiffres de la page d’accueil : section/id, six au plus") {
        $0.text()
      } ?? []
    previousEdition = fields.text("edition_precedente", doc: "Le chiffres-cles.json de l’édition précédente")
    models = TableModel.models(&fields)
    units = UnitTable(
      declared: fields.list("unites", doc: "Des unités propres à la publication") { $0.text()?.value } ?? [])
    allowsHTML = fields.flag("html", doc: "Accepte le HTML dans les textes (non recommandé)")?.value ?? false
    alertThreshold = fields.parsed(
      "seuil_evolution", expecting: "un pourcentage", example: "50 %",
      doc: "La plus grande évolution qui ne demande pas de note", Self.share)
    fields.mapping("impression", doc: "L’édition à imprimer") { print.decode(&$0) }
    fields.mapping("mentions", doc: "Les mentions légales") { legalNotice.decode(&$0) }
    fields.mapping("budget", doc: "Ce qu’une page a le droit de peser") { budget.decode(&$0) }
    logo = fields.picture("logo", doc: "Le logo de l’organisme")
    shareImage = fields.picture(
      "image_partage", doc: "L’image que montrent les réseaux sociaux (PNG ou JPEG, 1200 × 630)")
    decodeLook(&fields)
    audit = fields.text("audit_accessibilite", doc: "Le fichier de l’audit d’accessibilité, depuis content/")
    declared = fields.parsed(
      "declaration_accessibilite", expecting: "une date", example: "2025-09-01",
      doc: "La date de la déclaration d’accessibilité, en l’absence d’audit"
    ) { try? CalendarDay.parse($0).get() }
  }

  private mutating func decodeLook(_ fields: inout Fields) {
    colours =
      fields.entries("couleurs", doc: "Les couleurs du site : couverture, p1, p2, p3…") { key, field in
        // The key becomes the name of a property in a style sheet: nothing else may come with it.
        guard key.value.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") })
        else {
          field.report(
            Diagnostic(
              FrontMatterCode.wrongValue, at: key.location, "« \(key.value) » n’est pas le nom d’une couleur",
              help: "écrivez « couverture », « p1 », « p2 »…"))
          return nil
        }
        return field.parsed(expecting: "une couleur", example: "\"#000091\"", Self.colour).map {
          (key.value, $0.value)
        }
      } ?? []
    font =
      fields.parsed(
        "police", expecting: "un nom de police", example: "Luciole",
        doc: "La police du site, dans assets/fonts/",
        Self.fontName)?.value
    menu = fields.links("menu", doc: "Des liens de plus dans le menu")
    footer = fields.links("pied", doc: "Des liens de plus au pied des pages")
  }

  // MARK: - What values may be

  /// The rule for `url` and `--base-url`: the address with a `/` at its end, nil when the text is none.
  public static func baseURL(_ text: String) -> String? {
    webAddress(text).map { $0.hasSuffix("/") ? $0 : $0 + "/" }
  }

  /// An address of the web, and no script.
  fileprivate static func webAddress(_ text: String) -> String? {
    guard text.hasPrefix("https://") || text.hasPrefix("http://"), !text.contains(where: \.isWhitespace),
      !text.contains("\""), !text.contains("<")
    else { return nil }
    return text
  }

  private static func share(_ text: String) -> Ratio? {
    guard let quantity = try? Quantity.parse(text).get(), quantity.unit == "%" else { return nil }
    return quantity.exact?.divided(by: 100)
  }

  private static func languageTag(_ text: String) -> String? {
    let isTag = text.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
    return isTag && (2...35).contains(text.utf8.count) ? text : nil
  }

  private static func colour(_ text: String) -> String? {
    // Byte by byte: to Unicode, full-width digits are digits too.
    let isColour =
      text.utf8.first == UInt8(ascii: "#") && [4, 7].contains(text.utf8.count)
      && text.utf8.dropFirst().allSatisfy { $0.isASCIIDigit || (0x61...0x66).contains($0 | 0x20) }
    return isColour ? text.lowercased() : nil
  }

  private static func fontName(_ text: String) -> String? {
    text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0 == " " || $0 == "-" || ("0"..."9").contains($0)
    }
      ? text : nil
  }
}

extension Fields {
  fileprivate mutating func picture(_ key: String, doc: String) -> Settings.Logo? {
    mapping(key, doc: doc) { fields in
      let image = fields.text("image", required: true, doc: "Le fichier, depuis content/")
      let alternative = fields.text("alt", required: true, doc: "Ce que dit l’image à qui ne la voit pas")
      return image.flatMap { image in alternative.map { .init(path: image, alternative: $0.value) } }
    }
  }
}

extension Settings.Publisher {
  fileprivate mutating func decode(_ fields: inout Fields) {
    name = fields.text("nom", required: true, doc: "Son nom complet")?.value ?? ""
    abbreviation = fields.text("sigle", doc: "Son sigle")?.value
    region = fields.text("region", doc: "La région académique ou l’académie")?.value
    fields.mapping("contact", doc: "Comment lui écrire") { contact in
      email = contact.text("courriel", doc: "L’adresse électronique")?.value
      address = contact.text("adresse", doc: "L’adresse postale")?.value
      website =
        contact.parsed(
          "site", expecting: "une adresse qui commence par https://", example: "https://exemple.fr/",
          doc: "Le site de l’organisme", Settings.webAddress)?.value
    }
  }
}

extension Settings.Print {
  fileprivate mutating func decode(_ fields: inout Fields) {
    format =
      fields.choice("format", among: ["A4", "A5", "Letter"], doc: "Le format du papier")?.value ?? format
    bindingMargin =
      fields.integer("reliure", in: 0...40, doc: "Le blanc de la reliure, en millimètres")?.value
    bleed =
      fields.integer("fond_perdu", in: 0...10, doc: "Le fond perdu et ses traits de coupe, en millimètres")?
      .value
    isGrey = fields.flag("gris", doc: "Imprime en niveaux de gris")?.value ?? false
  }
}

extension Settings.LegalNotice {
  fileprivate mutating func decode(_ fields: inout Fields) {
    publisher = fields.text("editeur", doc: "L’éditeur du site")?.value
    director = fields.text("directeur", doc: "Le directeur ou la directrice de la publication")?.value
    host = fields.text("hebergeur", doc: "L’hébergeur, avec son adresse")?.value
    licence = fields.text("licence", doc: "La licence des textes et des données")?.value
  }
}

extension Settings.Budget {
  fileprivate mutating func decode(_ fields: inout Fields) {
    kilobytes =
      fields.integer("poids", in: 1...100_000, doc: "Le poids d’une page et de ce qu’elle charge, en ko")
    requests =
      fields.integer("requetes", in: 1...1000, doc: "Le nombre de fichiers qu’une page demande")
  }
}

extension Fields {
  fileprivate mutating func links(_ key: String, doc: String) -> [(title: String, url: String)] {
    list(key, doc: doc) { field in
      field.mapping { fields in
        let title = fields.text("titre", required: true, doc: "Le texte du lien")
        let url = fields.parsed(
          "url", required: true, expecting: "une adresse", example: "https://exemple.fr/", doc: "Où il mène"
        ) { $0.hasPrefix("https://") || $0.hasPrefix("http://") || $0.hasPrefix("mailto:") ? $0 : nil }
        return title.flatMap { title in url.map { (title.value, $0.value) } }
      }
    } ?? []
  }
}
