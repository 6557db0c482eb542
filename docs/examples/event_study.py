"""
An event study around accession
===============================

Four states acceded after 2001. ``years_since_accession`` of the panel lines them up; the outcome here is who came to the meeting of
the heads of state in each year. Put your own outcome in its place.
"""

import matplotlib.pyplot as plt

import sco_timeline as sco

panel = sco.panel(freq="year", ids=["iso3", "name"])
panel = panel[panel["years_since_accession"].notna()]
late = panel.groupby("iso3")["years_since_accession"].transform("min") < 0
panel = panel.loc[late, ["iso3", "name", "year", "years_since_accession"]]

summits = sco.load("summits")
summits["year"] = summits["session_date"].dt.year
summits = summits[summits["body"] == "chs"]
came = sco.load("attendance").merge(summits[["summit_id", "year"]], on="summit_id")
outcome = panel.merge(came, left_on=["iso3", "year"], right_on=["party_id", "year"])
print(outcome.groupby(["level", "name"]).size().unstack(fill_value=0))

# %%
# A row a state, in the time of its own accession; the line is the year in which it became a member. No mark means that no source
# read names anybody, or that no meeting was held in that year.
LOOKS = {
    "head_of_state": ("head of state", "o", "#08306B"),
    "head_of_government": ("head of government", "s", "#4088C2"),
    "other": ("another person", "^", "#B5790B"),
}
names = panel.groupby("name")["year"].max().index
kind = outcome["level"].where(outcome["level"].isin(list(LOOKS)), "other")

figure, ax = plt.subplots(figsize=(7, 2.8), layout="constrained")
for level, (label, marker, colour) in LOOKS.items():
    rows = outcome[(kind == level) & (outcome["mode"] != "absent")]
    where = [list(names).index(name) for name in rows["name"]]
    since = rows["years_since_accession"].astype(int)
    ax.scatter(since, where, marker=marker, color=colour, label=label)
ax.axvline(0, color="0.4", linewidth=0.8)
ax.set(yticks=range(len(names)), yticklabels=names, ylim=(-0.6, len(names) - 0.4))
ax.set_xlabel("years since accession")
ax.spines[["top", "right"]].set_visible(False)
ax.legend(frameon=False, ncols=3, loc="lower left", bbox_to_anchor=(0, 1))
plt.show()
