"""Writes Sources/Drawing/AdvanceWidths.swift from Liberation Sans, whose advance widths are those of Arial and Helvetica.

Usage: advance_widths.py LiberationSans-Regular.ttf LiberationSans-Bold.ttf > Sources/Drawing/AdvanceWidths.swift
"""

import sys

from fontTools.ttLib import TTFont

# Latin-1, Latin Extended-A, the spacing and punctuation of French, and the signs of figures.
RANGES = [(0x20, 0x7E), (0xA0, 0x17F), (0x2010, 0x2044), (0x20AC, 0x20AC), (0x2190, 0x2193), (0x2212, 0x2212),
          (0x2248, 0x2248), (0x2260, 0x2265)]
# Spaces and hyphens that few faces hold: a browser takes them from another face, about as wide as this.
SUPPLEMENT = {0x2011: 0x2D, 0x2007: 0x30, 0x202F: 0.2, 0x2009: 0.2, 0x200B: 0, 0x200C: 0, 0x200D: 0}


def widths(path):
    font = TTFont(path)
    cmap, advances, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm

    def width(code):
        if code in cmap and code != 0x202F:
            return advances[cmap[code]][0] * 2048 // em
        supplement = SUPPLEMENT.get(code)
        if isinstance(supplement, int) and supplement > 1:
            return width(supplement)
        if supplement is not None:
            return int(supplement * 2048)
        return width(0x6F)

    return [[width(code) for code in range(first, last + 1)] for first, last in RANGES]


def table(name, rows):
    values = [value for row in rows for value in row]
    print(f"  static let {name}: [UInt16] = [")
    line = "   "
    for value in values:
        if len(line) + len(str(value)) + 2 > 108:
            print(line)
            line = "   "
        line += f" {value},"
    print(line)
    print("  ]")


def main():
    regular, bold = widths(sys.argv[1]), widths(sys.argv[2])
    print("// Written by Tests/Tools/advance_widths.py from Liberation Sans; do not edit.")
    print()
    print("/// Advance widths in 2048ths of the size, one range of code points after the other.")
    print("enum AdvanceWidths {")
    print("  /// First code point, last code point, index of the first in the tables.")
    print("  static let ranges: [(first: UInt32, last: UInt32, index: Int)] = [")
    index = 0
    for first, last in RANGES:
        print(f"    (0x{first:X}, 0x{last:X}, {index}),")
        index += last - first + 1
    print("  ]")
    print()
    table("regular", regular)
    print()
    table("bold", bold)
    print("}")


main()
