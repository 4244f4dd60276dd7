extension DiagnosticReport {
  /// A name for each of these diagnostics that no other has, and that stays when lines move: a hash of the file, the
  /// code and the message, and of how many equal ones came before. (Equal fingerprints hide findings on GitLab.)
  func fingerprints(of diagnostics: [Diagnostic]) -> [String] {
    var seen: [String: Int] = [:]
    return diagnostics.map { diagnostic in
      let identity = [path(of: diagnostic.location), diagnostic.code, diagnostic.message].joined(
        separator: "\0")
      let count = seen[identity, default: 0]
      seen[identity] = count + 1
      return fnv1a("\(identity)\0\(count)")
    }
  }
}

/// FNV-1a, 128 bits, as 32 hexadecimal digits (RFC 9923).
private func fnv1a(_ text: String) -> String {
  var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
  for byte in text.utf8 { hash = (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 32 - digits.count) + digits
}
