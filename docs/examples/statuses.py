"""
Statuses
========

A bar per party through its statuses, with the decisions and the memoranda on it.
"""

import matplotlib.pyplot as plt

import sco_timeline as sco

figure, ax = plt.subplots(figsize=(7, 6.4), layout="constrained")
sco.plot_statuses(ax)
plt.show()
