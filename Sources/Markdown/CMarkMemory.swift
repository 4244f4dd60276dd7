import CCmarkGFM
import Glibc

/// The memory of one parse. For a page of text cmark-gfm asks for a thousand small pieces and gives most of them back;
/// here each is the next stretch of a block, giving one back does nothing, and the blocks go together in the end: the
/// tree need not be walked to be freed.
///
/// cmark's functions of memory are told nothing but sizes: it is the thread that says which parse they serve, one at a
/// time, from `init` to `free`.
struct CMarkMemory {
  /// What to give cmark, on the thread that made this value.
  let functions: UnsafeMutablePointer<cmark_mem>
  private let blocks: UnsafeMutablePointer<CMarkBlocks>

  init() {
    functions = .allocate(capacity: 1)
    functions.initialize(
      to: cmark_mem(
        calloc: { count, size in
          let (length, overflow) = count.multipliedReportingOverflow(by: size)
          guard !overflow, let piece = CMarkBlocks.ofThread?.pointee.piece(length) else { return nil }
          memset(piece, 0, length)
          return piece
        },
        realloc: { CMarkBlocks.ofThread?.pointee.lengthened($0, to: $1) },
        free: { _ in }))
    blocks = .allocate(capacity: 1)
    blocks.initialize(to: CMarkBlocks())
    pthread_setspecific(CMarkBlocks.key, blocks)
  }

  /// Nothing that cmark made since `init` may be looked at any more.
  func free() {
    pthread_setspecific(CMarkBlocks.key, nil)
    blocks.pointee.free()
    blocks.deallocate()
    functions.deallocate()
  }
}

/// Blocks of memory, each of which begins with the address of the one before; so does each piece with its length.
private struct CMarkBlocks {
  static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
  }()

  static var ofThread: UnsafeMutablePointer<CMarkBlocks>? {
    pthread_getspecific(key)?.assumingMemoryBound(to: CMarkBlocks.self)
  }

  /// Less than what malloc would ask the system for, and give back to it, each time.
  private static let blockLength = 1 << 16
  private static let word = MemoryLayout<Int>.size

  private var block: UnsafeMutableRawPointer?
  /// How much of the block is in use, and how much it holds.
  private var used = 0
  private var length = 0

  /// Like `malloc`.
  mutating func piece(_ wanted: Int) -> UnsafeMutableRawPointer? {
    let whole = Self.whole(wanted)
    if whole > length - used, !addBlock(for: whole) { return nil }
    guard let piece = block.map({ $0 + used }) else { return nil }
    used += whole
    piece.storeBytes(of: wanted, as: Int.self)
    return piece + Self.word
  }

  /// Like `realloc`; the last piece, which is nearly always the one that grows, grows where it stands.
  mutating func lengthened(_ piece: UnsafeMutableRawPointer?, to wanted: Int) -> UnsafeMutableRawPointer? {
    guard let piece, let block else { return self.piece(wanted) }
    let start = piece - Self.word
    let old = start.load(as: Int.self)
    guard wanted > old else { return piece }
    let offset = start - block
    if offset + Self.whole(old) == used, offset >= 0, offset + Self.whole(wanted) <= length {
      used = offset + Self.whole(wanted)
      start.storeBytes(of: wanted, as: Int.self)
      return piece
    }
    guard let longer = self.piece(wanted) else { return nil }
    longer.copyMemory(from: piece, byteCount: old)
    return longer
  }

  mutating func free() {
    while let last = block {
      block = last.load(as: UnsafeMutableRawPointer?.self)
      Glibc.free(last)
    }
  }

  /// The length of a piece with the word before it, in whole words.
  private static func whole(_ wanted: Int) -> Int { (wanted + 2 * word - 1) & -word }

  private mutating func addBlock(for whole: Int) -> Bool {
    let wanted = max(Self.blockLength, whole + Self.word)
    guard let added = malloc(wanted) else { return false }
    added.storeBytes(of: block, as: UnsafeMutableRawPointer?.self)
    (block, used, length) = (added, Self.word, wanted)
    return true
  }
}
