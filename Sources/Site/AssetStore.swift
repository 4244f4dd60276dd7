import Diagnostics

/// The assets under the names they are published by: a fingerprint of the content stands in each name, so that a
/// browser may keep a file for ever and still see the next edition at once.
struct AssetStore: Sendable {
  /// From the path below `assets/` (`style.css`) to the one from the site's root (`assets/style.1f0c….css`).
  let published: [String: String]
  let files: [(path: String, bytes: [UInt8])]
  private let sources: [SourceFile]

  /// - Parameters:
  ///   - assets: paths start with `assets/`.
  ///   - earlier: kept if it was made of the same assets.
  init(_ assets: [SourceFile], since earlier: AssetStore? = nil) {
    if let earlier, earlier.sources == assets {
      self = earlier
      return
    }
    sources = assets
    var published: [String: String] = [:]
    var files: [(String, [UInt8])] = []
    // Style sheets last: the pictures and fonts they name must have their final names by then.
    let ordered = assets.filter { !$0.path.hasSuffix(".css") } + assets.filter { $0.path.hasSuffix(".css") }
    for asset in ordered {
      let bytes =
        asset.path.hasSuffix(".css")
        ? StyleSheetPacking.pack(Self.renamingAddresses(in: asset.bytes, by: published)) : asset.bytes
      let name = String(asset.path.dropFirst("assets/".count))
      let path = Self.fingerprinted(asset.path, bytes)
      published[name] = path
      files.append((path, bytes))
    }
    self.published = published
    self.files = files
  }

  private static func fingerprinted(_ path: String, _ bytes: [UInt8]) -> String {
    // FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo), 64 bits, of which 40 are shown: told apart, not protected.
    let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let digits = String(hash >> 24, radix: 16)
    let mark = String(repeating: "0", count: 10 - digits.count) + digits
    guard let dot = path.lastIndex(of: "."), path[dot...].firstIndex(of: "/") == nil else {
      return path + "." + mark
    }
    return path[..<dot] + "." + mark + path[dot...]
  }

  /// Rewrites `url(…)` of a style sheet where it names a published asset.
  private static func renamingAddresses(in css: [UInt8], by published: [String: String]) -> [UInt8] {
    let opener = Array("url(".utf8)
    var result: [UInt8] = []
    var i = 0
    while i < css.count {
      guard css[i] == opener[0], css[i...].starts(with: opener),
        let close = css[i...].firstIndex(of: UInt8(ascii: ")"))
      else {
        result.append(css[i])
        i += 1
        continue
      }
      let address = String(decoding: css[i + opener.count..<close], as: UTF8.self)
      let name = String(address.filter { $0 != "\"" && $0 != "'" && $0 != " " })
      result.append("url(\(published[name].map { String($0.dropFirst("assets/".count)) } ?? address))")
      i = close + 1
    }
    return result
  }
}
