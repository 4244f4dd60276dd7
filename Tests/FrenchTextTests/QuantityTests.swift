import FrenchText
import TestSupport
import Testing

/// What was read, as « formatted | plain | unit », with ordinary spaces.
private func read(_ text: String) -> String {
  switch Quantity.parse(text) {
  case .success(let quantity):
    return "\(ordinary(quantity.formatted)) | \(quantity.plainNumber ?? "-") | \(quantity.unit ?? "-")"
  case .failure(let fault): return "\(fault.kind) \(fault.range) \(fault.written)"
  }
}

private func ordinary(_ text: String) -> String {
  String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 }))
}

@Suite struct QuantityTests {
  @Test(arguments: [
    ("13 000", "13 000 | 13000 | -"), ("13\u{202F}000", "13 000 | 13000 | -"),
    ("13\u{A0}000", "13 000 | 13000 | -"),
    ("13000", "13 000 | 13000 | -"), ("30,7 %", "30,7 % | 30.7 | %"), ("30,7%", "30,7 % | 30.7 | %"),
    ("1 740 000 €", "1 740 000 € | 1740000 | €"),
    ("3,1 millions d'euros", "3,1 millions d’euros | 3100000 | euros"),
    ("1 million", "1 million | 1000000 | -"),
    ("1,50 milliard de km", "1,50 milliard de km | 1500000000 | km"),
    ("½", "½ | 0.5 | -"), ("⅓", "⅓ | - | -"), ("2½", "2,5 | 2.5 | -"), ("1 sur 2", "1 sur 2 | 0.5 | -"),
    ("un sur deux", "1 sur 2 | 0.5 | -"), ("1/5", "1/5 | 0.2 | -"), ("48 des 53", "48 des 53 | - | -"),
    ("de 59 à 73 %", "de 59 à 73 % | - | %"), ("59 % à 73 %", "59 à 73 % | - | %"),
    ("3 à 6", "3 à 6 | - | -"),
    ("entre 3 et 6 ans", "entre 3 et 6 ans | - | ans"),
    ("5 à 10 millions d’euros", "5 à 10 millions d’euros | - | euros"),
    ("une dizaine", "une dizaine | 10 | -"), ("Une cinquantaine", "une cinquantaine | 50 | -"),
    ("un millier", "un millier | 1000 | -"), ("deux centaines", "2 centaines | 200 | -"),
    ("Deux", "2 | 2 | -"), ("dix", "10 | 10 | -"), ("Deux ½", "2 ½ | 2 | ½"),
    ("+1,2 point", "+1,2 point | 1.2 | point"),
    ("−5 °C", "−5 °C | -5 | °C"), ("-0,50", "−0,50 | -0.50 | -"), ("65  heures", "65 heures | 65 | heures"),
    ("environ 600", "environ 600 | 600 | -"), ("Plus de 260 000 €", "plus de 260 000 € | 260000 | €"),
    ("moins de 5 %", "moins de 5 % | 5 | %"), ("au moins 3", "au moins 3 | 3 | -"),
    ("au plus 3", "au plus 3 | 3 | -"),
    ("près de 450", "près de 450 | 450 | -"), ("Presque 3", "presque 3 | 3 | -"),
    ("plus d'une dizaine", "plus d’une dizaine | 10 | -"), ("0", "0 | 0 | -"), ("007", "7 | 7 | -"),
    ("40h", "40 h | 40 | h"),
    (
      "10 établissements ou 100 élèves", "10 établissements ou 100 élèves | 10 | établissements ou 100 élèves"
    ),
    ("12 mille euros", "12 mille euros | 12000 | euros"), ("deux tiers", "2/3 | - | -"),
    ("Un quart d'heure", "1/4 d'heure | 0.25 | d'heure"),
    ("un demi", "1/2 | 0.5 | -"), ("une demi-journée", "1 demi-journée | 1 | demi-journée"),
    ("plus d'un million", "plus de 1 million | 1000000 | -"),
    ("12 (estimé)", "12 (estimé) | 12 | (estimé)"), ("3,5 ‰", "3,5 ‰ | 3.5 | ‰"),
  ])
  func readsNumbersAsPeopleWriteThem(_ text: String, _ expected: String) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    ("", "empty 0..<0 "), ("  ", "empty 2..<2 "), ("12.5", "wrongDecimalSign 0..<4 12.5"),
    ("12.5 %", "wrongDecimalSign 0..<4 12.5"), ("1.740.000", "wrongDecimalSign 0..<9 1.740.000"),
    ("13 00", "wrongGroups 0..<5 13 00"), ("1300 000", "wrongGroups 0..<8 1300 000"),
    ("1 300 00", "wrongGroups 0..<8 1 300 00"),
    ("1,234,567", "wrongGroups 0..<9 1,234,567"), ("12,5 200", "wrongGroups 0..<8 12,5 200"),
    ("deux cents", "notANumber 0..<10 deux cents"), ("un peu", "notANumber 0..<6 un peu"),
    ("deux mille cinq cents", "notANumber 0..<15 deux mille cinq"),
    ("3 millions 200 000", "notANumber 0..<14 3 millions 200"),
    ("3 millions et demi", "notANumber 0..<18 3 millions et demi"),
    ("douze", "notANumber 0..<5 douze"), ("dix-huit", "notANumber 0..<8 dix-huit"),
    ("3D", "notANumber 0..<2 3D"),
    ("1er", "notANumber 0..<3 1er"), ("environ", "notANumber 0..<7 environ"), ("-", "notANumber 0..<1 -"),
    ("%", "notANumber 0..<1 %"),
    ("1/5/2025", "notANumber 0..<8 1/5/2025"), ("12-15", "unexpectedRest 2..<5 -15"),
    ("12–15", "unexpectedRest 2..<7 –15"),
    ("12,", "unexpectedRest 2..<3 ,"), ("12 *", "unexpectedRest 3..<4 *"),
    ("3 sur 0", "zeroDenominator 0..<7 3 sur 0"),
    ("73 à 59", "reversedRange 0..<8 73 à 59"), ("59 % à 73 €", "unexpectedRest 11..<14 €"),
    (
      "999999999999999999999999999999999999999",
      "tooManyDigits 0..<39 999999999999999999999999999999999999999"
    ),
  ])
  func refusesWhatIsNoNumber(_ text: String, _ expected: String) {
    #expect(read(text) == expected)
  }

  @Test func saysInFrenchWhatIsWrongAndWhatToType() {
    guard case .failure(let fault) = Quantity.parse("12.5 %") else {
      Issue.record("« 12.5 % » was read")
      return
    }
    #expect(fault.message == "« 12.5 » : en français, la virgule sépare les décimales")
    #expect(fault.help == "écrivez « 12,5 », ou sans point si le point groupait les chiffres")
  }

  @Test func knowsWhatItsDigitsStandFor() throws {
    let millions = try Quantity.parse("3,1 millions d'euros").get()
    let bounds = try #require(millions.interval)
    #expect(
      bounds.lower == 3_050_000 && bounds.upper == 3_150_000 && bounds.includesLower && !bounds.includesUpper)
    #expect(millions.canonicalUnit == "€")
    #expect(try Quantity.parse("48 des 53").get().exact == Ratio(48, 53))
    #expect(try Quantity.parse("1 sur 2").get().interval == Interval(exactly: try #require(Ratio(1, 2))))
    let range = try Quantity.parse("de 59 à 73 %").get()
    #expect(range.interval?.contains(try #require(Ratio(585, 10))) == true)
    #expect(range.bounds.map { $0.low == 59 && $0.high == 73 } == true)
    #expect(try Quantity.parse("une dizaine").get().isApproximate)
    #expect(try Quantity.parse("environ 600").get().isApproximate)
    #expect(try !Quantity.parse("plus de 600").get().isApproximate)
  }

  @Test func readsBackWhatItWrites() throws {
    var random = SeededNumbers(seed: 21)
    let units: [String?] = [nil, "%", "€", "h", "élèves", "euros", "points", "heures par an", "km/h"]
    let glyphs = [(1, 2), (1, 4), (3, 4), (1, 3)]
    for _ in 0..<5_000 {
      func number() -> Decimal {
        Decimal(
          significand: Int128(Int.random(in: 0...9_999_999, using: &random)),
          scale: Int.random(in: 0...3, using: &random)) ?? 0
      }
      var quantity: Quantity
      switch Int.random(in: 0...5, using: &random) {
      case 0:
        let (part, whole) = (
          Int.random(in: 0...5_000, using: &random), Int.random(in: 1...5_000, using: &random)
        )
        quantity = Quantity(
          .fraction(part, whole), wording: [.plain, .over, .among].randomElement(using: &random) ?? .plain)
      case 1:
        let (part, whole) = glyphs.randomElement(using: &random) ?? (1, 2)
        quantity = Quantity(.fraction(part, whole), wording: .glyph)
      case 2:
        let ends = [number(), number()].sorted()
        quantity = Quantity(
          .range(ends[0], ends[1]),
          wording: [.plain, .from, .between].randomElement(using: &random) ?? .plain)
        quantity.multiple = [nil, .million, .billion].randomElement(using: &random) ?? nil
      case 3: quantity = Quantity(.exact(number()), multiple: Multiple.allCases.randomElement(using: &random))
      case 4: quantity = Quantity(.exact(1), multiple: Multiple.allCases.randomElement(using: &random))
      default:
        quantity = Quantity(.exact(Bool.random(using: &random) ? number() : number().negated))
        quantity.showsPlus =
          quantity.exact?.isNegative == false && quantity.exact?.isZero == false
          && Bool.random(using: &random)
      }
      quantity.unit = units.randomElement(using: &random) ?? nil
      quantity.qualifier =
        Bool.random(using: &random) ? Qualifier.allCases.randomElement(using: &random) : nil
      let text = quantity.formatted
      #expect(try Quantity.parse(text).get() == quantity, "\(text)")
    }
  }
}

@Suite struct SentenceFigureTests {
  private func read(_ text: String, units: UnitTable = .standard) -> String {
    switch Quantity.parseSentence(text, units: units) {
    case .success(let leading):
      let label = String(decoding: Array(text.utf8)[leading.length...], as: UTF8.self)
      return "\(ordinary(leading.quantity.formatted)) | \(label)"
    case .failure(let fault): return "\(fault.kind) \(fault.range) \(fault.written)"
    }
  }

  @Test(arguments: [
    ("2 462 enseignants engagés", "2 462 | enseignants engagés"),
    ("429 ½ journées d'actions", "429 | ½ journées d'actions"),
    ("Deux ½ journées", "2 | ½ journées"),
    ("Environ 325 h (19 %) consacrées", "environ 325 h | (19 %) consacrées"),
    ("Une dizaine d'enseignants", "une dizaine | d'enseignants"),
    ("Plus de 260 000 € d'achats", "plus de 260 000 € | d'achats"),
    ("3,1 millions d'euros dont", "3,1 millions d’euros | dont"),
    ("48 des 53 collèges", "48 des 53 | collèges"),
    ("48 des élèves", "48 | des élèves"), ("3 à domicile", "3 | à domicile"),
    ("1 sur place", "1 | sur place"),
    ("de 59 à 73 % des élèves", "de 59 à 73 % | des élèves"), ("12 2nd degré", "12 | 2nd degré"),
    ("3 hommes", "3 | hommes"), ("12 jours-homme", "12 | jours-homme"),
    ("12 mois d'essai", "12 mois | d'essai"),
    ("100 %", "100 % | "), ("8 455 h", "8 455 h | "), ("1 303 3e", "1 303 | 3e"),
    ("12. Suite", "12 | . Suite"),
    ("une dent", "1 | dent"), ("1 webinaire", "1 | webinaire"),
  ])
  func takesTheValueAndLeavesTheLabel(_ text: String, _ expected: String) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    ("1er prix", "notANumber 0..<3 1er"), ("Aucun élève", "notANumber 0..<5 Aucun"),
    ("13 00 élèves", "wrongGroups 0..<5 13 00"),
    ("12.5 % des élèves", "wrongDecimalSign 0..<4 12.5"), ("", "empty 0..<0 "),
    ("environ", "notANumber 0..<7 environ"),
    ("2 ans et demi de travail", "notANumber 0..<13 2 ans et demi"),
    ("Deux cents élèves", "notANumber 0..<10 Deux cents"),
    ("3D ou 2D", "notANumber 0..<2 3D"),
  ])
  func refusesASentenceWithoutANumber(_ text: String, _ expected: String) {
    #expect(read(text) == expected)
  }

  @Test func looksAtNothingOutsideItsRange() {
    let bytes = Array("- \"1er\": 12.5".utf8)
    func written(_ range: Range<Int>) -> String {
      guard case .failure(let fault) = Quantity.parse(bytes, in: range) else { return "" }
      return "\(fault.range) \(fault.written)"
    }
    #expect(written(3..<6) == "3..<6 1er")
    #expect(written(9..<13) == "9..<13 12.5")
  }

  @Test func knowsTheUnitsThePublicationDeclares() {
    let units = UnitTable(declared: ["élève", "Mo/s", ""])
    #expect(read("12 élèves formés", units: units) == "12 élèves | formés")
    #expect(read("5 Mo/s de débit", units: units) == "5 Mo/s | de débit")
    #expect(read("12 élèves formés") == "12 | élèves formés")
  }

  @Test func readsAnyBytesWithoutFault() {
    var random = SeededNumbers(seed: 22)
    let likely = Array("0123456789 ,.+-/½àun%€deix".utf8)
    for _ in 0..<8_000 {
      let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        likely.randomElement(using: &random) ?? 0
      }
      _ = Quantity.parse(bytes, in: bytes.indices)
      _ = Period.parse(bytes, in: bytes.indices)
      _ = Missing.parse(bytes)
      if case .success(let leading) = Quantity.parseSentence(bytes, in: bytes.indices, units: .standard) {
        #expect(leading.length <= bytes.count)
      }
    }
  }
}

@Suite struct MissingTests {
  @Test func tellsUnknownFromInapplicableFromZero() {
    #expect(Missing.parse("") == .blank)
    #expect(Missing.parse(" \u{A0} ") == .blank)
    for text in ["n.d.", "N.D.", "nd", " n. d. ", "n.c."] {
      #expect(Missing.parse(text) == .unavailable, "\(text)")
    }
    for text in ["–", "-", "—", "\u{2212}", "s.o."] {
      #expect(Missing.parse(text) == .notApplicable, "\(text)")
    }
    for text in ["0", "–5", "nds", "so long", "Nd d’école"] { #expect(Missing.parse(text) == nil, "\(text)") }
    #expect(Missing.parse(Missing.unavailable.formatted) == .unavailable)
    #expect(Missing.parse(Missing.notApplicable.formatted) == .notApplicable)
  }
}
