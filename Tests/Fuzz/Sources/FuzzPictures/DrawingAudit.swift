import Foundation
import FoundationXML
import Fuzzing

/// Reads a drawing with the XML parser of Foundation, which is that of several browsers, up to where it is no longer XML,
/// as they do; stops at what would run, or ask elsewhere, were the drawing opened at its own address.
final class DrawingAudit: NSObject, XMLParserDelegate {
  private static let acting: Set<String> = [
    "script", "foreignobject", "iframe", "object", "embed", "base", "meta", "link",
  ]
  private static let addresses: Set<String> = [
    "href", "src", "srcset", "data", "action", "formaction", "poster",
  ]

  private var open: [String] = []
  private var style = ""
  /// Whether it still is XML: the parser of Foundation goes on after that.
  private var isXML = true

  static func check(_ bytes: [UInt8]) {
    // All encodings that browsers know leave ASCII as it is; the parser knows others.
    let text = String(decoding: bytes, as: UTF8.self)
    let end =
      text.utf8.starts(with: "<?xml ".utf8) ? text.range(of: "?>", options: .literal)?.upperBound : nil
    // An instruction that says nothing stops the parser of Foundation itself: a space is something. Literally: a sign
    // that joins the `>` before it would hide it.
    let body = text[(end ?? text.startIndex)...]
      .replacingOccurrences(of: "?>", with: " ?>", options: .literal)
    let parser = XMLParser(data: Data(body.utf8))
    let audit = DrawingAudit()
    parser.delegate = audit
    _ = parser.parse()
    audit.checkStyle(audit.style)
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    guard isXML else { return }
    let name = local(element)
    expect(!Self.acting.contains(name), "an element <\(element)>")
    open.append(name)
    for (key, value) in attributes {
      let attribute = local(key)
      expect(!attribute.hasPrefix("on"), "\(element) has \(key)=")
      if attribute == "attributename" {
        expect(!local(value).hasPrefix("on") && local(value) != "href", "\(element) animates \(value)")
      }
      if Self.addresses.contains(attribute) { checkAddress(plain(value), of: name) }
      checkStyle(value)
    }
  }

  func parser(_ parser: XMLParser, didEndElement: String, namespaceURI: String?, qualifiedName: String?) {
    _ = open.popLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if isXML, open.last == "style" { style += text }
  }

  func parser(_ parser: XMLParser, foundCDATA data: Data) {
    if isXML, open.last == "style" { style += String(decoding: data, as: UTF8.self) }
  }

  func parser(_ parser: XMLParser, foundProcessingInstructionWithTarget target: String, data: String?) {
    expect(!isXML || target != "xml-stylesheet", "a style sheet beside it")
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    let code = (error as NSError).code
    // Warnings, and what concerns the prefixes of names alone: xmlerror.h.
    if ![27, 97, 98, 99, 107].contains(code), code < 200 { isXML = false }
  }

  /// Small letters; nothing but ASCII, of which all that acts is made.
  private func plain(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self).lowercased()
  }

  private func local(_ name: String) -> String {
    let name = plain(name)
    return name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
  }

  /// As the standard of addresses reads them: without ends of lines and tabs, \ for /.
  private func checkAddress(_ written: String, of element: String) {
    let kept = written.utf8.filter { ![0x09, 0x0A, 0x0D].contains($0) }.drop { $0 <= 0x20 }
    let address = String(decoding: kept, as: UTF8.self).replacing("\\", with: "/")
    let scheme = address.wholeMatch(of: /([a-z][a-z0-9+.-]*):.*/).map { String($0.1) }
    expect(scheme != "javascript" && scheme != "vbscript", "\(element) runs \(written)")
    if scheme == "data" {
      let held = address.filter { $0 != " " }
      expect(
        held.hasPrefix("data:image/") && !held.hasPrefix("data:image/svg"), "\(element) holds \(written)")
    } else if element != "a" {
      expect(scheme == nil && !address.hasPrefix("//"), "\(element) asks \(written)")
    }
  }

  /// A style asks nothing of others. After a backslash, a number or any character stands for a character there.
  private func checkStyle(_ written: String) {
    let escape = /\\(?:([0-9a-f]{1,6})(?:\r\n|[ \t\r\n])?|(.))/.dotMatchesNewlines().matchingSemantics(
      .unicodeScalar)
    let style = plain(
      plain(written).replacing(escape) { match in
        guard let digits = match.1 else { return String(match.2 ?? "") }
        return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map(String.init) ?? ""
      })
    expect(!style.contains("@import") && !style.contains("image-set("), "a style asks: \(style)")
    for address in style.split(separator: "url(", omittingEmptySubsequences: false).dropFirst() {
      let address = address.drop { " \t\r\n\"'".unicodeScalars.contains($0.unicodeScalars.first ?? "a") }
      if !address.hasPrefix("data:image/") { checkAddress(String(address), of: "style") }
    }
  }
}
