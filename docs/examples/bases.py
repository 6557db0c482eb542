"""
Granted or in effect
====================

A dialogue partner counts on basis ``decision`` from the day on which the heads of state grant the status, on basis ``effective``
from the signature of the memorandum. The band between the lines is the number of states that were in between. On 1 September 2025
the heads of state decided to merge the status into another, which no source shows in force: one line falls, the other goes on.
"""

import matplotlib.pyplot as plt
import pandas as pd

import sco_timeline as sco

days = pd.date_range("2009-01-01", "2025-12-31")
lines = {}
for basis in ("decision", "effective"):
    counts = sco.growth(basis=basis)
    counts = counts[counts["status"] == "dialogue_partner"].set_index("date")["count_min"]
    lines[basis] = counts.reindex(days, method="ffill").fillna(0).astype(int)

figure, ax = plt.subplots(figsize=(7, 3.6), layout="constrained")
granted, held = lines["decision"], lines["effective"]
ax.fill_between(days, held, granted, step="post", color="0.87", label="in between")
ax.step(days, granted, where="post", color="#4088C2", lw=1.4, label="granted (basis decision)")
ax.step(days, held, where="post", color="#DD9A1E", lw=2.2, label="in effect (basis effective)")
ax.set(title="Dialogue partners", ylabel="states", ylim=(0, None))
ax.spines[["top", "right"]].set_visible(False)
ax.legend(frameon=False, loc="upper left")
plt.show()
