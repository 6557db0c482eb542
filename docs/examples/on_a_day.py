"""
Who stood where on a day
========================

One tile a party in rough geographic order, here on the day before and on the day of the summit of Astana in 2017.
"""

import matplotlib.pyplot as plt

import sco_timeline as sco

for day in ("2017-06-08", "2017-06-09"):
    figure, ax = plt.subplots(figsize=(7, 4.6), layout="constrained")
    sco.plot_map(ax, on=day)
plt.show()
