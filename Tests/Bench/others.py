"""How many bar charts of five bars a library draws in a second on one core: `others.py pygal`, `others.py vl-convert`."""

import random
import sys
import time

from corpus import ROWS, SEED

SECONDS = 3


def data(number):
    numbers = random.Random(SEED + number)
    return [(name, numbers.randrange(1, 9000)) for name in ROWS[:5]]


def pygal_chart(number):
    import pygal
    chart = pygal.Bar(title="Les personnes par lieu", x_labels=[name for name, _ in data(number)])
    chart.add("Personnes", [count for _, count in data(number)])
    return chart.render()


def vega_chart(number):
    import vl_convert
    return vl_convert.vegalite_to_svg({
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "title": "Les personnes par lieu",
        "data": {"values": [{"lieu": name, "personnes": count} for name, count in data(number)]},
        "mark": "bar",
        "encoding": {"x": {"field": "lieu", "type": "nominal", "sort": None},
                     "y": {"field": "personnes", "type": "quantitative"}}})


draw = {"pygal": pygal_chart, "vl-convert": vega_chart}[sys.argv[1]]
draw(0)
start, count = time.process_time(), 0
while time.process_time() - start < SECONDS:
    count += 1
    draw(count)
print(count / (time.process_time() - start))
