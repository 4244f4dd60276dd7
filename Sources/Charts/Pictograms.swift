import Drawing
import Glibc

/// Rows of small figures, each worth the same; the last of a row is cut where the value ends.
enum Pictograms {
  static func draw(_ plan: Plan, on sheet: inout Sheet) {
    let size = sheet.textSize
    let valueSize = sheet.valueSize
    let paint = Paint(plan)
    let series = plan.series[0]
    let widest = series.texts.reduce(0.0) { max($0, TextMetrics.width($1, size: valueSize, weight: .bold)) }
    let left = min(max(widest + 10, sheet.isNarrow ? 76 : 112), sheet.width * 0.55)
    let arePeople = Pictograms.arePeople(series.name + " " + (plan.unit ?? ""))
    let width = arePeople ? 15.0 : 18
    let pitch = width + 4
    let perRow = max(Int((sheet.width - left - 8) / pitch), 1)
    let most = series.values.reduce(0.0) { max($0, $1 ?? 0) }
    // One figure for one thing while a category takes at most two rows.
    let worth = most <= Double(2 * perRow) ? 1 : Ticks.roundUp(most / Double(perRow))
    let rowHeight = arePeople ? 34.0 : 22
    let top = sheet.height
    var values: [Mark] = []
    var names: [Mark] = []
    for category in plan.categories.indices {
      values.append(
        .text(
          Text(
            series.texts[category], at: Point(left - 9, sheet.height + size + 1), size: valueSize,
            weight: .bold,
            anchor: .end)))
      let block = TextBlock(plan.categories[category], width: sheet.width - left - 8, size: size)
      for line in block.lines {
        names.append(.text(Text(line, at: Point(left + 7, sheet.height + size), size: size)))
        sheet.height += sheet.lineHeight
      }
      sheet.height += 4
      let amount = max(series.values[category] ?? 0, 0) / worth
      let whole = Int(amount.rounded(.down))
      let rest = amount - Double(whole)
      let style = paint.area(0, category)
      func place(_ index: Int) -> Point {
        Point(left + 8 + Double(index % perRow) * pitch, sheet.height + Double(index / perRow) * rowHeight)
      }
      sheet.data(category, Pictograms.figures((0..<whole).map(place), width, arePeople, style))
      if rest > 0.005 {
        let at = place(whole)
        let clip = Rect(x: at.x, y: at.y, width: width * rest, height: rowHeight)
        sheet.data.append(
          .group(
            Group(.data(series: category), clip: clip, marks: figures([at], width, arePeople, style))))
      }
      let rows = max((whole + (rest > 0.005 ? 1 : 0) + perRow - 1) / perRow, 1)
      sheet.height += Double(rows) * rowHeight + (category + 1 < plan.count ? 8 : 0)
    }
    sheet.axis.append(.line(Point(left, top), Point(left, sheet.height), .stroke(.ink)))
    sheet.labels += values + names
    if worth != 1 {
      sheet.height += 6
      let text = "1 figure = " + FigureFormat(for: [worth], unit: plan.unit).text(worth)
      let x = left + 7 + TextMetrics.width(text, size: size) > sheet.width ? 0 : left + 7
      sheet.labels.append(
        .text(Text(text, at: Point(x, sheet.height + size), size: size, role: .ink2)))
      sheet.height += sheet.lineHeight
    }
    sheet.height += 2
  }

  /// Discs, or people: heads first, then all bodies in one outline.
  private static func figures(_ points: [Point], _ width: Double, _ arePeople: Bool, _ style: Style) -> [Mark]
  {
    let half = width / 2
    guard arePeople else {
      return points.map { .circle(Point($0.x + half, $0.y + half), radius: half, style) }
    }
    var bodies = Path()
    for point in points {
      bodies.move(to: Point(point.x, point.y + 28))
      bodies.line(to: Point(point.x, point.y + 11.5 + half))
      bodies.arc(
        radius: half, large: false, clockwise: true, to: Point(point.x + width, point.y + 11.5 + half))
      bodies.line(to: Point(point.x + width, point.y + 28))
      bodies.close()
    }
    return points.map { .circle(Point($0.x + half, $0.y + 5), radius: 5, style) } + [.path(bodies, style)]
  }

  /// Whether what is counted are people, by the words for them in a report on schools.
  static func arePeople(_ text: String) -> Bool {
    let words = text.lowercased().utf8.split { !($0 >= 0x61 && $0 <= 0x7A) && $0 < 0x80 }.map {
      String(decoding: $0, as: UTF8.self)
    }
    let people: Set<String> = [
      "élève", "étudiant", "enseignant", "enseignante", "professeur", "professeure", "personne", "personnel",
      "agent",
      "formateur", "stagiaire", "participant", "habitant", "parent", "certifié", "ian", "ambassadeur",
      "référent",
      "directeur", "lauréat", "candidat", "inscrit", "volontaire", "accompagnateur", "femme", "homme",
      "enfant", "jeune",
      "collégien", "lycéen", "écolier",
    ]
    return words.contains { word in
      people.contains(word) || (word.last == "s" && people.contains(String(word.dropLast())))
    }
  }
}
