import Drawing
import Foundation
import TestSupport
import Testing

@testable import Charts

/// Writes the sample charts as a page, for looking at them: `BILAN_GALERIE=dir swift test --filter GalleryDump`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["BILAN_GALERIE"] != nil))
struct GalleryDump {
  @Test func writesEverySampleAsAPage() throws {
    let folder = ProcessInfo.processInfo.environment["BILAN_GALERIE"] ?? "."
    let css = try Repository.text("assets/graphiques.css")
    var page = """
      <!DOCTYPE html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Galerie</title>
      <style>:root{color-scheme:light dark;--fond:#fff;--encre:#161616;--encre-2:#55555e;--filet:#d4d4da;--filet-2:#8a8a92;--p1:#000091;--p1-2:#7a7fcf;--p1-3:#f0f0fa;--p2:#18753c;--p2-2:#5b9973;--p2-3:#edf5f0;--p3:#6e445a;--p3-2:#a68298;--p3-3:#f6f0f4}
      @media (prefers-color-scheme:dark){:root{--fond:#121217;--encre:#ededf1;--encre-2:#b3b3bf;--filet:#34343f;--filet-2:#777784;--p1:#a9b5ff;--p1-2:#6672c8;--p1-3:#1a1b2e;--p2:#7fcf9f;--p2-2:#4b8f69;--p2-3:#16231c;--p3:#dfaecb;--p3-2:#98708a;--p3-3:#251b22}}
      :root,.partie-1{--accent:var(--p1);--accent-2:var(--p1-2);--accent-3:var(--p1-3)}.partie-2{--accent:var(--p2);--accent-2:var(--p2-2);--accent-3:var(--p2-3)}.partie-3{--accent:var(--p3);--accent-2:var(--p3-2);--accent-3:var(--p3-3)}
      body{margin:20px;background:var(--fond);color:var(--encre);font:18px/1.6 -apple-system,Arial,"Liberation Sans",sans-serif;font-variant-numeric:lining-nums tabular-nums}figure{margin:0 0 50px;max-width:55rem}figcaption{font-weight:700;margin-bottom:12px;line-height:1.3}figcaption small{display:block;font-weight:400;color:var(--encre-2);font-size:14px}
      \(css)</style><body>
      """
    func add(_ index: Int, _ title: String, _ words: String, _ scene: (Double) -> Scene) {
      page +=
        "<figure class=\"partie-\(index / 4 % 3 + 1)\" id=\"f\(index)\"><figcaption>\(title)<small>\(words)</small></figcaption>"
      for (width, name) in [(Chart.wide, "large"), (Chart.narrow, "etroit")] {
        let svg = SVGWriter.inline(scene(width), idPrefix: "f\(index)\(name)", cssClass: name)
        page += String(decoding: svg, as: UTF8.self)
      }
      page += "</figure>\n"
    }
    for (index, sample) in Samples.all.enumerated() {
      add(index, sample.title, Chart.description(sample)) { Chart.scene(sample, width: $0) }
    }
    for (index, map) in [try MapTests.laboratories(), try MapTests.departments()].enumerated() {
      add(Samples.all.count + index, map.title, StatisticalMap.description(map)) {
        StatisticalMap.scene(map, width: $0)
      }
    }
    try page.write(toFile: folder + "/index.html", atomically: true, encoding: .utf8)
  }
}
