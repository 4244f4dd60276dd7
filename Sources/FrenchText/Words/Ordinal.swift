/// Ordinals in digits: `1er`, `1re`, `2e`, `21e` (never `2ème`).
public enum Ordinal {
  public static func text(_ rank: Int, _ gender: Elision.Gender = .masculine) -> String {
    if rank == 1 { return gender == .feminine ? "1re" : "1er" }
    return Decimal(rank).formatted + "e"
  }
}
