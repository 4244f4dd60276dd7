import TestSupport
import Testing

@testable import KeyFigures

/// Verdicts on random tables, held against a model in Python that shares no line with ours: `decimal` and `fractions`.
@Suite struct DifferentialTests {
  private static let model = """
    import re, sys
    from decimal import Decimal
    from fractions import Fraction

    def digits(text):
        text = re.sub(r"[ \\u00a0\\u202f€%]", "", text).replace("−", "-").replace(",", ".")
        return Decimal(text) if text else None

    def rounded(value):
        # The exact numbers that round, halves away from zero, to what is written.
        half = Fraction(1, 2) * Fraction(10) ** value.as_tuple().exponent
        middle = Fraction(value)
        return (middle - half, value > 0, middle + half, value < 0)

    def exact(value):
        return (Fraction(value), True, Fraction(value), True)

    def meet(a, b):
        low, high = max(a[0], b[0]), min(a[2], b[2])
        if low < high: return True
        if low > high: return False
        holds = lambda i: (i[0] < low or i[1]) and (i[2] > low or i[3])
        return holds(a) and holds(b)

    def add(items):
        low, lc, high, hc = Fraction(0), True, Fraction(0), True
        for a, b, c, d in items:
            low, lc, high, hc = low + a, lc and b, high + c, hc and d
        return (low, lc, high, hc)

    def scale(i, factor):
        return (i[0] * factor, i[1] and True, i[2] * factor, i[3] and True)

    def verdict(rows):
        wrong = set()
        data, total = rows[:-1], rows[-1]
        column = lambda c: [digits(r[c]) for r in data]
        for c, name, read in [(1, "Nombre", exact), (2, "Base", exact), (3, "Budget", exact), (4, "Heures", rounded)]:
            if not meet(read(digits(total[c])), add(map(read, column(c)))): wrong.add("total-faux " + name)
        weights = [Fraction(w) for w in column(2)]
        mean = add(scale(rounded(v), w) for v, w in zip(column(7), weights))
        if sum(weights) and not meet(rounded(digits(total[7])), scale(mean, 1 / sum(weights))): wrong.add("moyenne-fausse Moyenne")
        if not meet(exact(Decimal(100)), add(map(rounded, column(5)))): wrong.add("somme-fausse Part")
        for row in rows:
            n, b, rate = digits(row[1]), digits(row[2]), digits(row[6])
            if b and not meet(rounded(rate), exact(Fraction(n) / Fraction(b) * 100)): wrong.add("calcul-faux Taux")
        return wrong

    bad = count = flagged = 0
    for block in open("tables.txt", encoding="utf-8").read().split("\\n\\n"):
        if not block.strip(): continue
        first, *lines = block.split("\\n")
        ours = set(filter(None, first.split("|")))
        theirs = verdict([line.split(";") for line in lines])
        count += 1
        flagged += bool(theirs)
        if ours != theirs:
            bad += 1
            if bad < 4: print("DISAGREE", ours ^ theirs, lines)
    print(count, bad, flagged > count // 4, flagged < count)
    """

  @Test(.enabled(if: Python.isAvailable)) func agreesWithAnIndependentModelOnTenThousandTables() throws {
    var numbers = SeededNumbers(seed: 2024)
    let schema = RandomTable.readSchema()
    var text: [UInt8] = []
    for _ in 0..<10_000 {
      let table = RandomTable(&numbers)
      text.append(contentsOf: table.verdict(schema).sorted().joined(separator: "|").utf8)
      for row in table.rows { text.append(contentsOf: ("\n" + row.joined(separator: ";")).utf8) }
      text.append(contentsOf: "\n\n".utf8)
    }
    let folder = try TestFolder()
    try folder.write("tables.txt", text)
    let result = try Python.run(Self.model, in: folder)
    #expect(result.output == "10000 0 True True\n")
  }

  @Test func givesTheSameVerdictWhateverTheOrderOfTheRowsAndTheSpaces() {
    var numbers = SeededNumbers(seed: 7)
    let schema = RandomTable.readSchema()
    for _ in 0..<300 {
      var table = RandomTable(&numbers)
      let verdict = table.verdict(schema)
      table.shuffle(&numbers)
      #expect(table.verdict(schema) == verdict)
      table.addSpaces()
      #expect(table.verdict(schema) == verdict)
    }
  }
}
