import Testing

@testable import Publication

@Suite struct ActiveContentTests {
  @Test(arguments: [
    "a.html", "b/c.HTM", "d.xhtml", "e.shtml", "f.svgz", "g.php", "h.mhtml", "i.xsl",
  ])
  func refusesFilesThatBrowsersAndServersRun(path: String) throws {
    #expect(try ActiveContent(path) { [] } == .kind)
  }

  @Test(arguments: ["a.png", "b.pdf", "c.docx", "html", "d.html.png", "e.csv", "f.js"])
  func leavesOthersUnread(path: String) throws {
    #expect(
      try ActiveContent(path) {
        Issue.record("read")
        return []
      } == nil)
  }

  @Test(arguments: [
    ("<svg><script>a()</script></svg>", "<script>"), ("<svg><x:SCRIPT xmlns:x='…'/></svg>", "<script>"),
    ("<svg onload=\"a()\"/>", "onload"), ("<svg ev:onload='a()'/>", "onload"),
    ("<svg><foreignObject/></svg>", "<foreignobject>"),
    ("<svg><a xlink:href=\"java\nscript:a()\"/></svg>", "href=\"java\nscript:a()\""),
    ("<svg><a href='&#106;avascript:a()'/></svg>", "href=\"&#106;avascript:a()\""),
    ("<svg><a href='data:text/html,x'/></svg>", "href=\"data:text/html,x\""),
    ("<svg><image href='https://ailleurs.fr/a.png'/></svg>", "href=\"https://ailleurs.fr/a.png\""),
    ("<svg><use href='//ailleurs.fr/a.svg#b'/></svg>", "href=\"//ailleurs.fr/a.svg#b\""),
    ("<svg><set attributeName='onclick' to='a()'/></svg>", "onclick"),
    ("<svg><animate attributeName='xlink:href' values='x'/></svg>", "xlink:href"),
    ("<!DOCTYPE svg [<!ENTITY a '<script/>'>]><svg>&a;</svg>", "<!entity"),
    ("<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'a()'>]><svg/>", "<!attlist"),
    ("<!DOCTYPE svg [ ]><svg/>", "balise mal fermée"),
    ("<!DOCTYPE svg SYSTEM \"><a b='\"><svg><script>a()</script><a b=''/></svg>", "<script>"),
    ("<svg><!--><a b=' --><script>a()</script><a b=''/></svg>", "<script>"),
    ("<svg><set attributeName='x:href' to='a'/></svg>", "x:href"),
    ("<svg><set attributeName='&#104;ref' to='a'/></svg>", "&#104;ref"),
    ("<svg>\u{1B}$B</svg>", "encodage"),
    ("<?xml-stylesheet href='a.xsl'?><svg/>", "<?xml-stylesheet"),
    ("<svg><style>@import 'https://ailleurs.fr'</style></svg>", "@import"),
    ("<svg><path style=\"fill:url( 'https://a.fr')\"/></svg>", "url( 'https://a.fr')\"/></svg>"),
    ("<svg><!-- ", "balise mal fermée"), ("<svg a=\"", "balise mal fermée"), ("<svg", "balise mal fermée"),
    ("<svg h:", "balise mal fermée"), ("<svg h:=' a=\"' onload='a()' b='\"'/>", "onload"),
    ("<svg>\0</svg>", "encodage"),
    ("<svg><style>@&#73;mport 'https://ailleurs.fr'</style></svg>", "@import"),
    ("<svg><style>@\\49 mport 'https://ailleurs.fr'</style></svg>", "@import"),
    ("<svg><style>@im<!-- -->po<![CDATA[r]]><g/>t 'https://ailleurs.fr'</style></svg>", "@import"),
    ("<svg><g style=\"fill:u&#x52;\\6c(//a.fr)\"/></svg>", "url(//a.fr)"),
    ("<svg><image href='https:ailleurs.fr/a.png'/></svg>", "href=\"https:ailleurs.fr/a.png\""),
    ("<svg><image href='/\\ailleurs.fr/a.png'/></svg>", "href=\"/\\ailleurs.fr/a.png\""),
    ("<svg><x:img srcset='#a 1x, https:b 2x'/></svg>", "srcset"),
    ("<svg><a href='javascript&colon;a()'/></svg>", "&colon;"),
    ("<svg><a href='javascript:\u{E33}=a()'/></svg>", "href=\"javascript:\u{E33}=a()\""),
  ])
  func refusesDrawingsThatRunOrFetch(text: String, part: String) throws {
    #expect(try ActiveContent("a.svg") { Array(text.utf8) } == .part(part))
  }

  @Test func quotesLittleOfALongName() throws {
    let name = "on" + String(repeating: "a", count: 1000)
    #expect(try ActiveContent("a.svg") { Array("<svg \(name)=''/>".utf8) } == .part(String(name.prefix(60))))
  }

  @Test(arguments: [
    "", "<svg/>",
    "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n<svg/>",
    "<svg xmlns='http://www.w3.org/2000/svg'><!-- <script> --><style>.a{fill:url(#b)}</style><text>on = a &lt; b</text></svg>",
    "<svg><a xlink:href='https://exemple.fr/?a=1&amp;b'><use href='#c'/></a><image href='data:image/png;base64,AA'/></svg>",
    "<svg><metadata><rdf:RDF><cc:Work rdf:about=''><dc:type rdf:resource='http://purl.org/dc'/></cc:Work></rdf:RDF></metadata></svg>",
    "<svg a='C:\\75\\a.svg'><style><![CDATA[ a&b { content: '\\26 ' } ]]></style>&#233;&quot;&amp;b;<![CDATA[ <script> ]]></svg>",
    "<svg><animate attributeName='opacity' from='0' to='1'/></svg>",
  ])
  func takesDrawingsAtRest(text: String) throws {
    #expect(try ActiveContent("a.svg") { Array(text.utf8) } == nil)
  }
}
