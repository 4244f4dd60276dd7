import Charts
import Diagnostics
import Drawing
import FrontMatter
import Fuzzing

/// A GeoJSON file, drawn as a map of areas and of points in both widths.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let file = SourceFile(path: "fond.geojson", bytes: input(start, count))
  var diagnostics: [Diagnostic] = []
  let node = YAMLParser.parse(file, nil, &diagnostics)
  expectInside(diagnostics, [file])
  var faults: [ChartFault] = []
  guard let node, let base = MapBase(geoJSON: node, &faults) else { return 0 }
  let names = base.areas.prefix(3).map { $0.name.isEmpty ? $0.code : $0.name } + ["Ici", "<i>"]
  let values = [1.5, nil, 1e9, 0, 12].enumerated().compactMap { i, value in
    i < names.count ? MapSpecification.Value(place: names[i], value: value, text: "« \(i) »") : nil
  }
  let specification = MapSpecification(
    base: base, places: [.init(name: "Ici", point: GeoPoint(longitude: 6.2, latitude: 48.7))], values: values,
    title: names[0], valueName: "<b>", unit: "€")
  for fault in StatisticalMap.check(specification) { expect(!fault.message.isEmpty, "a fault without words") }
  _ = StatisticalMap.description(specification)
  for width in [Chart.wide, Chart.narrow] {
    let scene = StatisticalMap.scene(specification, width: width)
    expectDrawable(SVGWriter.inline(scene, idPrefix: "c"))
    if width == Chart.wide { expectDrawable(SVGWriter.file(scene)) }
  }
  return 0
}

/// Sound XML with finite numbers only.
private func expectDrawable(_ svg: [UInt8]) {
  HTMLAudit.check(svg, allowing: ["style", "title"])
  let text = String(decoding: svg, as: UTF8.self)
  let numbers = text.replacing(try! Regex(">[^<]*<|aria-label=\"[^\"]*\""), with: "")
  expect(!numbers.contains("nan") && !numbers.contains("inf"), "a number is none")
}
