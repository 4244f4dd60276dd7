import Diagnostics
import Testing

@Suite struct SARIFReportTests {
  @Test func writesRulesResultsAndRelatedPlaces() {
    var fixture = ReportFixture(["content/à b.md": "é x\n", "b.md": "y\n"])
    fixture.diagnostics = [
      Diagnostic(
        SampleCode.badTotal, at: fixture.location("content/à b.md", "x"), "Faux", help: "corrigez",
        notes: [.init("ici", at: fixture.location("b.md", "y")), .init("sans lieu")])
    ]
    let fingerprint = fixture.report(pathPrefix: "p/").gitlab().text.split(separator: "\"")[11]
    #expect(
      fixture.report(pathPrefix: "p/").sarif(version: "1.2.3").text == """
        {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":{\
        "name":"bilan","version":"1.2.3","rules":[{"id":"total-faux","shortDescription":{"text":"total-faux"},\
        "help":{"text":"bilan explain total-faux"},"defaultConfiguration":{"level":"error"}}]}},\
        "columnKind":"unicodeCodePoints","language":"fr","invocations":[{"executionSuccessful":true}],"results":[{\
        "ruleId":"total-faux","ruleIndex":0,"level":"error","message":{"text":"Faux. Aide : corrigez"},\
        "locations":[{"physicalLocation":{"artifactLocation":{"uri":"p/content/%C3%A0%20b.md",\
        "uriBaseId":"%SRCROOT%"},"region":{"startLine":1,"startColumn":3,"endLine":1,"endColumn":4}}}],\
        "relatedLocations":[{"physicalLocation":{"artifactLocation":{"uri":"p/b.md","uriBaseId":"%SRCROOT%"},\
        "region":{"startLine":1,"startColumn":1,"endLine":1,"endColumn":2}},"message":{"text":"ici"}}],\
        "partialFingerprints":{"bilan/v1":"\(fingerprint)"}}]}]}

        """)
  }

  @Test func keepsTheWorstFiveThousand() {
    let text = ReportFixture.many(errors: 2, warnings: 5001).report().sarif(version: "1").text
    #expect(text.ranges(of: "\"ruleId\":").count == 5000)
    #expect(text.ranges(of: "\"ruleId\":\"total-faux\"").count == 2)
    #expect(
      text.contains(#""toolExecutionNotifications":[{"level":"note","message":{"text":"3 autres ne sont pas"#)
    )
  }
}
