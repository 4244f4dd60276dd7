/// How a colour looks to people who see colours differently, and on paper without colour.
///
/// Matrices of Machado, Oliveira & Fernandes, “A Physiologically-based Model for Simulation of Color Vision Deficiency”
/// (IEEE TVCG 15(6), 2009), severity 1, applied to linear sRGB.
public enum ColorVision: CaseIterable, Hashable, Sendable {
  case protanopia, deuteranopia, tritanopia
  /// The same luminance without hue.
  case grey

  public func sees(_ color: Color) -> Color {
    let light = color.linear
    guard let m = matrix else {
      let luminance = color.luminance
      return LinearColor(red: luminance, green: luminance, blue: luminance).color
    }
    return LinearColor(
      red: m.0 * light.red + m.1 * light.green + m.2 * light.blue,
      green: m.3 * light.red + m.4 * light.green + m.5 * light.blue,
      blue: m.6 * light.red + m.7 * light.green + m.8 * light.blue
    ).color
  }

  // swift-format-ignore
  private var matrix: (Double, Double, Double, Double, Double, Double, Double, Double, Double)? {
    switch self {
    case .protanopia:
      (0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998)
    case .deuteranopia:
      (0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881)
    case .tritanopia:
      (1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900)
    case .grey: nil
    }
  }
}
