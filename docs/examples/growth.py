"""
Growth
======

How many states stood in each status, with the accessions named. Where sources give only a month or a year, the line breaks and a
band shows the least and the greatest count.
"""

import matplotlib.pyplot as plt

import sco_timeline as sco

figure, ax = plt.subplots(figsize=(7, 4), layout="constrained")
sco.plot_growth(ax)
plt.show()
