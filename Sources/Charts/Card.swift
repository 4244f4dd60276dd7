import Drawing

/// A card that stands for a page where others quote it: 1200 by 630 pixels, the measure of social networks.
public enum Card {
  /// What a card says. Lines that do not fit are shortened, never set smaller than 26 pixels.
  public struct Words: Hashable, Sendable {
    /// Where the page belongs, above its title.
    public var kicker: String
    public var title: String
    /// The figure that speaks for the page, and what it counts.
    public var value: String
    public var label: String
    /// Who publishes.
    public var foot: String

    public init(kicker: String, title: String, value: String = "", label: String = "", foot: String) {
      self.kicker = kicker
      self.title = title
      self.value = value
      self.label = label
      self.foot = foot
    }
  }

  private static let width = 1200.0
  private static let height = 630.0
  private static let margin = 72.0
  private static var measure: Double { width - 2 * margin }

  public static func scene(_ words: Words) -> Scene {
    var marks: [Mark] = [.rect(Rect(x: 0, y: 0, width: width, height: height), .fill(.accent))]
    func write(_ text: String, _ x: Double, _ y: Double, _ size: Double, _ weight: TextMetrics.Weight) {
      marks.append(
        .text(Text(text, at: Point(x, y), size: size, weight: weight, role: .ground, onMark: true)))
    }
    func line(_ y: Double) {
      marks.append(.line(Point(margin, y), Point(width - margin, y), .stroke(.ground)))
    }
    write(one(words.kicker, size: 28, weight: .regular), margin, 96, 28, .regular)
    let size = titleSize(words.title)
    let title = TextBlock(words.title, width: measure, size: size, weight: .bold, lines: 3)
    for (row, text) in title.lines.enumerated() {
      write(text, margin, 106 + size + Double(row) * size * 1.08, size, .bold)
    }
    if !words.value.isEmpty {
      let value = valueSize(words.value)
      let left = margin + TextMetrics.width(words.value, size: value, weight: .bold) + 32
      let label = TextBlock(words.label, width: width - margin - left, size: 30, lines: 3)
      line(408)
      write(words.value, margin, 452 + value * 0.55, value, .bold)
      for (row, text) in label.lines.enumerated() { write(text, left, 452 + Double(row) * 36, 30, .regular) }
    }
    line(566)
    write(one(words.foot, size: 26, weight: .regular), margin, 602, 26, .regular)
    return Scene(
      size: Size(width, height), title: words.title,
      description: words.value.isEmpty ? words.foot : words.value + " " + words.label + ". " + words.foot,
      textSize: 28, marks: marks)
  }

  private static func one(_ text: String, size: Double, weight: TextMetrics.Weight) -> String {
    TextBlock(text, width: measure, size: size, weight: weight, lines: 1).lines.first ?? ""
  }

  /// The largest of a few sizes at which the title takes two lines, three for the smallest.
  private static func titleSize(_ title: String) -> Double {
    [96.0, 84, 76].first {
      TextBlock(title, width: measure, size: $0, weight: .bold, lines: 2).isWhole
    } ?? 66
  }

  /// Leaves the label at least a third of the line.
  private static func valueSize(_ value: String) -> Double {
    [112.0, 88, 64].first { TextMetrics.width(value, size: $0, weight: .bold) < measure * 0.62 } ?? 44
  }
}
