import Diagnostics
import Testing

@testable import Site

@Suite struct AssetStoreTests {
  @Test func namesAFileByItsContent() {
    let first = AssetStore([SourceFile(path: "assets/a.js", text: "1")])
    let second = AssetStore([SourceFile(path: "assets/a.js", text: "2")])
    #expect(first.published["a.js"] != second.published["a.js"])
    #expect(first.published["a.js"]?.hasPrefix("assets/a.") == true)
    #expect(first.published["a.js"]?.hasSuffix(".js") == true)
  }

  @Test func followsTheNamesInStyleSheets() throws {
    let store = AssetStore([
      SourceFile(path: "assets/style.css", text: "a{src:url(fonts/x.woff2)} b{src:url('y.png')}"),
      SourceFile(path: "assets/fonts/x.woff2", text: "police"),
    ])
    let font = try #require(store.published["fonts/x.woff2"])
    let css = try #require(store.files.first { $0.path.hasSuffix(".css") })
    let expected = "a{src:url(\(font.dropFirst("assets/".count)))}b{src:url('y.png')}"
    #expect(String(decoding: css.bytes, as: UTF8.self) == expected)
  }
}
