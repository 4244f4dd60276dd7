import Diagnostics

/// Reads HTML that bilan wrote, as strictly as it was written: elements that close where they should, quoted attributes,
/// nothing that runs.
///
/// What an editor typed can only come out as text or inside quotes; an input that makes a tag, an attribute or an address
/// of a script is a finding.
public struct HTMLAudit {
  private static let void: Set<String> = [
    "area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr",
  ]
  private static let running: Set<String> = [
    "script", "iframe", "object", "embed", "base", "meta", "link", "style", "form", "foreignobject",
    "animate", "set",
    "applet", "frame", "math", "template", "noscript", "plaintext", "xmp", "textarea", "title",
  ]
  private static let addresses: Set<String> = [
    "href", "src", "action", "formaction", "xlink:href", "srcset", "poster",
  ]
  private static let schemes: Set<String> = [
    "http", "https", "mailto", "tel", "sms", "ftp", "ftps", "geo", "xmpp",
  ]

  private let html: [UInt8]
  private let allowed: Set<String>
  private var i = 0
  private var open: [String] = []

  /// - Parameter allowed: elements that may stand here though they could run something.
  public static func check(_ html: [UInt8], allowing allowed: Set<String> = []) {
    var audit = HTMLAudit(html, allowed)
    audit.run()
  }

  private init(_ html: [UInt8], _ allowed: Set<String>) {
    self.html = html
    self.allowed = allowed
  }

  private mutating func run() {
    while i < html.count {
      if html[i] == UInt8(ascii: "<") { tag() } else { i += 1 }
    }
    expect(open.isEmpty, "never closed: \(open)")
  }

  private mutating func tag() {
    if starts(with: "<!--") { return skip(past: "-->") }
    if starts(with: "<?xml") { return skip(past: "?>") }
    if starts(with: "<!DOCTYPE html>") { return skip(past: ">") }
    i += 1
    let closes = take("/")
    let name = word()
    expect(!name.isEmpty, "a bare < in the text: \(excerpt)")
    if closes {
      expect(open.popLast() == name, "</\(name)> closes another element: \(excerpt)")
      return expect(take(">"), "junk in </\(name)>")
    }
    expect(!Self.running.contains(name) || allowed.contains(name), "an element <\(name)>: \(excerpt)")
    while take(" ") || take("\n") { attribute(of: name) }
    let isEmpty = take("/")
    expect(take(">"), "an odd <\(name): \(excerpt)")
    if name == "script" || name == "style" {
      skip(past: "</\(name)>")
    } else if !isEmpty, !Self.void.contains(name) {
      open.append(name)
    }
  }

  private mutating func attribute(of element: String) {
    let name = word()
    guard !name.isEmpty else { return }
    expect(!name.hasPrefix("on") && name != "style" && name != "srcdoc", "\(element) has \(name)=")
    guard take("=") else { return }
    expect(take("\""), "\(element) \(name) is not quoted: \(excerpt)")
    let start = i
    while i < html.count, html[i] != UInt8(ascii: "\"") {
      expect(html[i] != UInt8(ascii: "<"), "a < in \(name): \(excerpt)")
      i += 1
    }
    if Self.addresses.contains(name) { checkAddress(html[start..<i], element) }
    expect(take("\""), "\(name) of \(element) never ends")
  }

  /// The scheme as a browser reads it: what no scheme holds is passed over.
  private func checkAddress(_ address: ArraySlice<UInt8>, _ element: String) {
    let stop = address.firstIndex { [0x2F, 0x3F, 0x23, 0x3A].contains($0) }
    guard let stop, address[stop] == UInt8(ascii: ":") else { return }
    let letters = address[..<stop].filter { $0 > 0x20 && $0 < 0x7F }
    let scheme = String(decoding: letters, as: UTF8.self).lowercased()
    let isPicture = element == "img" && String(decoding: address, as: UTF8.self).hasPrefix("data:image/")
    expect(Self.schemes.contains(scheme) || isPicture, "an address « \(scheme): » in \(element)")
  }

  private mutating func word() -> String {
    let start = i
    while i < html.count, html[i].isASCIILetter || html[i].isASCIIDigit || html[i] == 0x2D || html[i] == 0x3A
    {
      i += 1
    }
    return String(decoding: html[start..<i], as: UTF8.self).lowercased()
  }

  private mutating func take(_ character: Character) -> Bool {
    guard i < html.count, html[i] == character.asciiValue else { return false }
    i += 1
    return true
  }

  private func starts(with text: String) -> Bool { html[i...].starts(with: text.utf8) }

  private mutating func skip(past text: String) {
    while i < html.count, !starts(with: text) { i += 1 }
    i = min(i + text.utf8.count, html.count)
  }

  private var excerpt: String {
    String(decoding: html[max(0, i - 60)..<min(html.count, i + 60)], as: UTF8.self)
  }
}
