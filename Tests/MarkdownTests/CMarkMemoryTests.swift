import CCmarkGFM
import Testing

@testable import Markdown

/// The memory that a parse gives cmark: what it asks for is zeroed, apart from all else, and kept where it grows.
@Suite struct CMarkMemoryTests {
  private func piece(_ memory: CMarkMemory, _ count: Int) throws -> UnsafeMutablePointer<UInt8> {
    try #require(memory.functions.pointee.calloc(count, 1)).assumingMemoryBound(to: UInt8.self)
  }

  private func holds(_ byte: UInt8, _ piece: UnsafeMutablePointer<UInt8>, _ count: Int) -> Bool {
    UnsafeBufferPointer(start: piece, count: count).allSatisfy { $0 == byte }
  }

  @Test func keepsPiecesOfEverySizeApart() throws {
    let memory = CMarkMemory()
    defer { memory.free() }
    let sizes = [0, 1, 7, 8, 9, 160, 100_000, 24, 2_000_000, 3]
    let pieces = try sizes.map { count in
      let piece = try piece(memory, count)
      #expect(holds(0, piece, count))
      return piece
    }
    for (at, (piece, count)) in zip(pieces, sizes).enumerated() {
      piece.update(repeating: UInt8(at + 1), count: count)
    }
    for (at, (piece, count)) in zip(pieces, sizes).enumerated() {
      #expect(holds(UInt8(at + 1), piece, count))
    }
  }

  @Test func growsTheLastPieceWhereItStandsAndTheOthersElsewhere() throws {
    let memory = CMarkMemory()
    defer { memory.free() }
    let first = try piece(memory, 10)
    first.update(repeating: 5, count: 10)
    #expect(memory.functions.pointee.realloc(first, 1_000) == UnsafeMutableRawPointer(first))
    #expect(holds(5, first, 10))
    let second = try piece(memory, 10)
    second.update(repeating: 6, count: 10)
    let moved = try #require(
      memory.functions.pointee.realloc(first, 400_000)?.assumingMemoryBound(to: UInt8.self))
    #expect(moved != first)
    #expect(holds(5, moved, 10))
    moved.update(repeating: 7, count: 400_000)
    #expect(holds(6, second, 10))
    #expect(memory.functions.pointee.realloc(second, 4) == UnsafeMutableRawPointer(second))
    #expect(memory.functions.pointee.realloc(nil, 16) != nil)
  }

  @Test func givesNothingForMoreThanThereCanBe() {
    let memory = CMarkMemory()
    defer { memory.free() }
    #expect(memory.functions.pointee.calloc(.max, 2) == nil)
  }

  @Test func servesOneParseAfterAnother() throws {
    for round in 0..<3 {
      let memory = CMarkMemory()
      let piece = try piece(memory, 70_000)
      #expect(holds(0, piece, 70_000))
      piece.update(repeating: UInt8(round + 1), count: 70_000)
      memory.free()
    }
  }
}
