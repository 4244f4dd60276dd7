/// The colours behind the roles.
///
/// Series one to four are steps of lightness too, so that they differ in grey and to every eye; from the fifth on, areas carry
/// a pattern as well. Everything that draws is at least 3:1 from the ground, in both schemes. The tests compute all of it.
enum Palette {
  struct Base {
    let ink: UInt32
    let ink2: UInt32
    let grid: UInt32
    let rule: UInt32
    let ground: UInt32
    let series: [UInt32]
  }

  static let light = Base(
    ink: 0x161616, ink2: 0x55555E, grid: 0xD4D4DA, rule: 0x8A8A92, ground: 0xFFFFFF,
    series: [0x000091, 0xD9704C, 0x3F6AB0, 0x842B02, 0x248FCC, 0x53295D, 0x8C8C94, 0x854271])

  static let dark = Base(
    ink: 0xEDEDF1, ink2: 0xB3B3BF, grid: 0x34343F, rule: 0x777784, ground: 0x121217,
    series: [0xA9B5FF, 0xE37A55, 0xE0F1FE, 0xFFCA80, 0x4C88D3, 0xD094DD, 0x9C9CA6, 0x9AD5A5])

  /// Accent, second accent, tint: those of the theme.
  static func lightAccent(_ part: Theme.Part) -> [UInt32] {
    switch part {
    case .first: [0x000091, 0x7A7FCF, 0xF0F0FA]
    case .second: [0x18753C, 0x5B9973, 0xEDF5F0]
    case .third: [0x6E445A, 0xA68298, 0xF6F0F4]
    }
  }

  static func darkAccent(_ part: Theme.Part) -> [UInt32] {
    switch part {
    case .first: [0xA9B5FF, 0x6672C8, 0x1A1B2E]
    case .second: [0x7FCF9F, 0x4B8F69, 0x16231C]
    case .third: [0xDFAECB, 0x98708A, 0x251B22]
    }
  }

  /// Five steps of one hue, from near the ground (yet 3:1 from it) to far.
  static func lightLevels(_ part: Theme.Part) -> [UInt32] {
    switch part {
    case .first: [0x778BDA, 0x576BCB, 0x3C4ABD, 0x2726AA, 0x180083]
    case .second: [0x6C9F79, 0x428355, 0x106D38, 0x005126, 0x003416]
    case .third: [0xAC8299, 0x94627F, 0x7E4566, 0x66294E, 0x4A0E35]
    }
  }

  static func darkLevels(_ part: Theme.Part) -> [UInt32] {
    switch part {
    case .first: [0x6478D3, 0x8196E6, 0xA1B4F8, 0xC6D3FD, 0xE9EEFC]
    case .second: [0x549065, 0x76AA84, 0x99C4A3, 0xBCDFC4, 0xE2F4E6]
    case .third: [0x9F6F8A, 0xB78DA4, 0xD0ABBF, 0xE9CADA, 0xF9E9F1]
    }
  }

  /// Marks on which text in the colour of the ground would have less than 4.5:1 in one of the schemes.
  static func isPale(_ role: Role) -> Bool {
    switch role {
    case .accent2, .tint, .ground, .grid, .rule, .series2, .series5, .series7, .level1: true
    default: false
    }
  }
}
