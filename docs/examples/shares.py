"""
The share of members
====================

Of all states with a status on 31 December, how many were members, observers, dialogue partners? Members were the whole of it at
first, half in 2010, and less than half since 2012.
"""

import matplotlib.pyplot as plt

import sco_timeline as sco

LABELS = {"member": "members", "observer": "observers", "dialogue_partner": "dialogue partners"}
COLOURS = {"member": "#08306B", "observer": "#B23A2E", "dialogue_partner": "#DD9A1E"}

panel = sco.panel(freq="year").dropna(subset="status")
panel = panel[panel["status"].isin(list(LABELS))]
counts = panel.groupby(["year", "status"], observed=True).size().unstack(fill_value=0)[list(LABELS)]
shares = counts.div(counts.sum(axis=1), axis=0) * 100

figure, ax = plt.subplots(figsize=(7, 3.6), layout="constrained")
bottom = 0
for status, label in LABELS.items():
    years = shares.index.astype(int)
    ax.bar(years, shares[status], bottom=bottom, width=0.9, color=COLOURS[status], label=label)
    bottom = bottom + shares[status]
ax.set(title="States with a status in the SCO on 31 December", ylabel="percent", ylim=(0, 100))
ax.spines[["top", "right"]].set_visible(False)
ax.legend(frameon=False, ncols=3, loc="upper left", bbox_to_anchor=(0, -0.08))
plt.show()

# %%
# The numbers behind the bars:
print(counts.loc[[2001, 2005, 2015, 2017, 2023, 2024]])
