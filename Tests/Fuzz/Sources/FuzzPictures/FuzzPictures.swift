import Fuzzing
import Publication

/// A drawing of the content folder: where it is said to be at rest, another reader finds nothing in it that acts.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = input(start, count)
  if let part = ActiveContent.part(of: bytes) {
    expect(!part.isEmpty, "refused without a word")
  } else {
    DrawingAudit.check(bytes)
  }
  return 0
}
