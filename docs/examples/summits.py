"""
Summits
=======

Every meeting of the heads of state, the Shanghai Five included, in a row for each host; the mark says in which form it was held.
"""

import matplotlib.pyplot as plt

import sco_timeline as sco

figure, ax = plt.subplots(figsize=(7, 6.4), layout="constrained")
sco.plot_summits(ax)
plt.show()
