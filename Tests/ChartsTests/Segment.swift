import Glibc

/// The two functions that the area of a circular segment needs.
enum Segment {
  static func arcsine(_ x: Double) -> Double { asin(x) }
  static func sine(_ x: Double) -> Double { sin(x) }
}
