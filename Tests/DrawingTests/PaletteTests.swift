import Testing

@testable import Drawing

@Suite struct PaletteTests {
  static let themes: [(String, Theme)] = Theme.Part.allCases.flatMap {
    [("claire \($0.rawValue)", Theme.light($0)), ("sombre \($0.rawValue)", Theme.dark($0))]
  }
  static let series = (0..<8).map { Role.series($0) }
  static let levels = (0..<5).map { Role.level($0) }

  @Test(arguments: themes)
  func standsOutFromTheGround(_ name: String, _ theme: Theme) {
    for role in Self.series + Self.levels + [.accent, .accent2, .rule] {
      let contrast = theme[role].contrast(with: theme[.ground])
      #expect(contrast >= 3, "\(name), \(role) : \(contrast)")
    }
    for role in [Role.ink, .ink2] { #expect(theme[role].contrast(with: theme[.ground]) >= 4.5) }
    #expect(theme[.rule].contrast(with: theme[.tint]) >= 3)
    #expect(theme[.ink].contrast(with: theme[.tint]) >= 4.5)
  }

  @Test(arguments: themes)
  func keepsLetteringOnMarksReadable(_ name: String, _ theme: Theme) {
    for role in Self.series + Self.levels + [.accent, .accent2] {
      let contrast = theme[role.textOn].contrast(with: theme[role])
      #expect(contrast >= 4.5, "\(name), \(role) : \(contrast)")
    }
  }

  /// 0.04 of OKLab is about two just noticeable differences; areas of later series carry patterns besides.
  @Test(arguments: themes)
  func tellsSeriesApartUnderEveryVision(_ name: String, _ theme: Theme) {
    for vision in ColorVision.allCases where vision != .grey {
      for a in 0..<8 {
        for b in (a + 1)..<8 {
          let distance = Oklab(vision.sees(theme[.series(a)])).distance(
            to: Oklab(vision.sees(theme[.series(b)])))
          #expect(distance >= (b < 4 ? 0.1 : 0.04), "\(name), \(vision), \(a + 1) et \(b + 1) : \(distance)")
        }
      }
    }
  }

  @Test(arguments: themes)
  func tellsTheFirstFourSeriesAndAllStepsApartInGrey(_ name: String, _ theme: Theme) {
    func grey(_ role: Role) -> Double { Oklab(ColorVision.grey.sees(theme[role])).lightness }
    for a in 0..<4 {
      for b in (a + 1)..<4 {
        let step = abs(grey(.series(a)) - grey(.series(b)))
        #expect(step >= 0.07, "\(name), \(a + 1) et \(b + 1) : \(step)")
      }
    }
    for step in 1..<5 {
      let distance = abs(grey(.level(step)) - grey(.level(step - 1)))
      #expect(distance >= 0.06, "\(name), pas \(step) : \(distance)")
    }
    let pair = abs(grey(.accent) - grey(.accent2))
    #expect(pair >= 0.1, "\(name), accents : \(pair)")
  }

  @Test func agreesWithPublishedContrasts() {
    #expect(abs(Color(0x000091).contrast(with: Color(0xFFFFFF)) - 14.91) < 0.01)
    #expect(Color(0x777777).contrast(with: Color(0xFFFFFF)) < 4.5)
    #expect(Color(0x767676).contrast(with: Color(0xFFFFFF)) >= 4.5)
  }

  @Test func goesToOklabAndBack() {
    for hex: UInt32 in [0x000000, 0xFFFFFF, 0x18753C, 0xFF0000, 0x0000FF, 0x123456] {
      #expect(Oklab(Color(hex)).linear.color == Color(hex))
    }
    #expect(abs(Oklab(Color(0xFFFFFF)).lightness - 1) < 1e-6)
  }

  @Test func simulatesColourVisionAsPublished() {
    // A red seen without long-wave cones is dark and olive; the rows of each matrix keep white white.
    for vision in ColorVision.allCases { #expect(vision.sees(Color(0xFFFFFF)) == Color(0xFFFFFF)) }
    #expect(ColorVision.protanopia.sees(Color(0xFF0000)) == Color(0x6D5F00))
  }

  @Test func writesColoursAsStyleSheetsDo() {
    #expect(Color(0xFFFFFF).css == "#fff")
    #expect(Color(0x18753C).css == "#18753c")
  }
}
