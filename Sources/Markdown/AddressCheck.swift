/// What an address may be: no address runs a script or reaches into the reader's computer.
///
/// Only known schemes pass. A browser drops control characters and the blanks in front before it reads a scheme (WHATWG
/// URL, section 4.4), and cmark has resolved entities and escapes by then: `java&#10;script:` is read as it would be.
enum AddressCheck {
  private static let schemes: Set<String> = [
    "http", "https", "mailto", "tel", "sms", "ftp", "ftps", "geo", "xmpp",
  ]

  enum Fault: Hashable {
    /// `javascript`, or whatever stands before the colon.
    case scheme(String)
    /// `C:` and `file:`
    case computer
  }

  /// What is wrong with an address, or nil.
  static func fault(of address: ArraySlice<UInt8>, isImage: Bool) -> Fault? {
    guard address.contains(UInt8(ascii: ":")), let scheme = scheme(of: address) else { return nil }
    if schemes.contains(scheme) { return nil }
    if isImage, scheme == "data", isPicture(address) { return nil }
    return scheme == "file" || scheme.utf8.count == 1 ? .computer : .scheme(scheme)
  }

  /// The letters before the first colon as a browser would read them; nil for a relative address.
  private static func scheme(of address: ArraySlice<UInt8>) -> String? {
    var name: [UInt8] = []
    for byte in address {
      switch byte {
      case UInt8(ascii: ":"): return String(decoding: name, as: UTF8.self)
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
      // What no scheme holds is passed over: what is left must be known.
      case 0...0x20, 0x7F...0xFF: continue
      default: name.append(byte.isASCIIUppercase ? byte | 0x20 : byte)
      }
    }
    return nil
  }

  /// The four kinds of picture that hold no script, written plainly; SVG may hold one.
  private static func isPicture(_ address: ArraySlice<UInt8>) -> Bool {
    ["data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp"].contains {
      address.starts(with: Array($0.utf8))
    }
  }
}
