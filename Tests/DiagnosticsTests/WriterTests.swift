import Diagnostics
import Testing

@Suite struct JSONWriterTests {
  @Test func writesMembersInTheirOrder() {
    var json = JSONWriter()
    json.object {
      $0.member("b", "x")
      $0.member("a") {
        $0.array {
          $0.number("1.5")
          $0.null()
          $0.array { _ in }
          $0.object { _ in }
          $0.string("")
        }
      }
      $0.member("absent", ifPresent: nil)
      $0.member("c", 3)
      $0.member("d", true)
    }
    #expect(json.bytes.text == #"{"b":"x","a":[1.5,null,[],{},""],"c":3,"d":true}"#)
  }

  private func pieces(_ body: (inout JSONWriter) -> Void) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    func take(_ piece: [UInt8]) { pieces.append(piece) }
    JSONWriter.object(to: take, body)
    return pieces
  }

  @Test func handsLongDocumentsOnInPieces() {
    func rows(_ json: inout JSONWriter) {
      json.member("lignes") { json in
        json.array { json in
          for row in 0..<30_000 { json.array { $0.number("\(row)") } }
        }
      }
    }
    var whole = JSONWriter()
    whole.object(rows)
    let pieces = pieces(rows)
    #expect(pieces.count == 4)
    #expect(pieces.allSatisfy { $0.count < 1 << 17 })
    #expect(pieces.flatMap(\.self) == whole.bytes)
  }

  @Test func handsAShortDocumentOnWhole() {
    #expect(pieces { $0.member("a", 1) }.map(\.text) == [#"{"a":1}"#])
  }

  @Test func escapesStrings() {
    var json = JSONWriter()
    json.string("\"\\/\n\r\t\u{0}\u{1F}\u{7F}é😀</script>")
    #expect(json.bytes.text == "\"\\\"\\\\/\\n\\u000d\\u0009\\u0000\\u001f\u{7F}é😀\\u003c/script>\"")
  }
}

@Suite struct XMLTests {
  @Test func escapesWhatMarkupWouldRead() {
    var out: [UInt8] = []
    out.appendEscaped("a < b & \"c\" > 'd' é")
    out.appendEscaped(Array("<".utf8)[...])
    out.appendEscaped(Array("a&b".utf8).lazy.map { $0 })
    #expect(out.text == "a &lt; b &amp; &quot;c&quot; &gt; 'd' é&lt;a&amp;b")
  }

  @Test func appendsLiteralsAndTexts() {
    var out: [UInt8] = []
    out.append("<é>" as StaticString)
    out.append("" as StaticString)
    out.append(String("à"))
    #expect(out.text == "<é>à")
  }
}

@Suite struct ASCIITests {
  @Test func knowsItsClasses() {
    let all = (UInt8.min...UInt8.max)
    func members(_ isMember: (UInt8) -> Bool) -> String {
      String(decoding: all.filter(isMember), as: UTF8.self)
    }
    #expect(members(\.isASCIIDigit) == "0123456789")
    #expect(members(\.isASCIIUppercase) == "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    #expect(members(\.isASCIILowercase) == "abcdefghijklmnopqrstuvwxyz")
    #expect(members(\.isASCIILetter) == "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    #expect(members(\.isBlank) == "\t ")
    #expect(all.filter(\.isLineEnd) == [0x0A, 0x0D])
  }
}
