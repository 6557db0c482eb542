"""
Who came for the members
========================

The office of the person whom each member sent to the meetings of the heads of state. Every such meeting has a row for each
member, so the bars are complete. Hatched are the meetings that some or all joined by video link; a state led by a prime minister sends
that one.
"""

import matplotlib.pyplot as plt

import sco_timeline as sco

LEVELS = {
    "head_of_state": ("head of state", "#08306B"),
    "head_of_government": ("head of government", "#4088C2"),
    "other": ("another person", "#DD9A1E"),
    "none": ("not known", "#DDDDDD"),
}

came = sco.load("attendance").query("capacity == 'member' and mode != 'absent'")
came = came[came["summit_id"].str.startswith("CHS")]
level = came["level"].fillna("none")
group = level.where(level.isin(list(LEVELS)), "other")
came = came.assign(year=came["summit_id"].str[4:8], group=group)
counts = came.groupby(["year", "group"]).size().unstack(fill_value=0)
by_video = came.groupby("year")["mode"].agg(lambda modes: (modes == "video").any())

figure, ax = plt.subplots(figsize=(7, 3.8), layout="constrained")
bottom = 0
for group, (label, colour) in LEVELS.items():
    if group in counts:
        bars = ax.bar(counts.index, counts[group], bottom=bottom, color=colour, label=label)
        bottom = bottom + counts[group]
        for bar, video in zip(bars, by_video, strict=True):
            bar.set(hatch="///" if video else "", edgecolor="white", linewidth=0)
ax.set(title="Members at the meetings of the heads of state", ylabel="members")
ax.tick_params(axis="x", rotation=90)
ax.spines[["top", "right"]].set_visible(False)
ax.legend(frameon=False, loc="upper left")
plt.show()
