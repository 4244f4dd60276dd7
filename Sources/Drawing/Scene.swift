/// A drawing: what is on it and where, in roles instead of colours. A scene knows nothing of the format it is written in.
public struct Scene: Hashable, Sendable {
  public var size: Size
  /// The short name, such as a figure's caption.
  public var title: String
  /// What the drawing shows, in whole sentences.
  public var description: String
  /// The size of most of its text; writers state it once.
  public var textSize: Double
  public var marks: [Mark]

  public init(
    size: Size, title: String = "", description: String = "", textSize: Double = 14, marks: [Mark] = []
  ) {
    self.size = size
    self.title = title
    self.description = description
    self.textSize = textSize
    self.marks = marks
  }
}

/// One thing on a scene.
public enum Mark: Hashable, Sendable {
  case rect(Rect, Style)
  case circle(Point, radius: Double, Style)
  case line(Point, Point, Style)
  case path(Path, Style)
  case text(Text)
  case group(Group)
}

/// Marks that belong together.
public struct Group: Hashable, Sendable {
  /// What the marks of a group are, so that a reader of the scene (a test, a tagged document) can find the data.
  public enum Role: Hashable, Sendable {
    case grid, axis, labels, legend, annotation
    /// The marks of one series (from 0), in the order of its values, missing ones left out.
    case data(series: Int)
  }

  public var role: Role
  /// Nothing is drawn outside this box.
  public var clip: Rect?
  public var marks: [Mark]

  public init(_ role: Role, clip: Rect? = nil, marks: [Mark] = []) {
    self.role = role
    self.clip = clip
    self.marks = marks
  }
}
