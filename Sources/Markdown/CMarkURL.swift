import Diagnostics

/// What cmark itself holds for a dangerous address, for the plain mode.
enum CMarkURL {
  /// cmark's `_scan_dangerous_url`: scripts, files and data other than four kinds of picture, whatever the case.
  static func isDangerous(_ address: ArraySlice<UInt8>) -> Bool {
    if starts(address, "data:") {
      let pictures: [StaticString] = [
        "data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp",
      ]
      return !pictures.contains { starts(address, $0) }
    }
    return starts(address, "javascript:") || starts(address, "vbscript:") || starts(address, "file:")
  }

  private static func starts(_ address: ArraySlice<UInt8>, _ prefix: StaticString) -> Bool {
    guard address.count >= prefix.utf8CodeUnitCount else { return false }
    for i in 0..<prefix.utf8CodeUnitCount {
      let byte = address[address.startIndex + i]
      if (byte.isASCIIUppercase ? byte | 0x20 : byte) != prefix.utf8Start[i] { return false }
    }
    return true
  }
}
