"""All rules, each in the module of its theme."""

from sco_timeline.extracting.estimating import RULES as ESTIMATED
from sco_timeline.extracting.rules import (
    acceding,
    admitting,
    applying,
    approving,
    attending,
    chair_passing,
    chairing,
    changing,
    composition,
    counting,
    deciding,
    documents,
    entering,
    founding,
    gapping,
    growing,
    holding,
    lasting,
    loose,
    meetings,
    memoranda,
    naming,
    originating,
    presences,
    procedures,
    representing,
    sharing,
    speaking,
    summit_acts,
    summit_gatherings,
    summits,
    talks,
    titles,
    wishing,
)
from sco_timeline.extracting.rules.forms import Rule

STRICT: tuple[Rule, ...] = tuple(
    rule
    for module in (
        summits,
        summit_gatherings,
        summit_acts,
        changing,
        lasting,
        admitting,
        entering,
        approving,
        acceding,
        wishing,
        applying,
        deciding,
        memoranda,
        procedures,
        gapping,
        holding,
        naming,
        sharing,
        composition,
        founding,
        originating,
        counting,
        growing,
        chairing,
        chair_passing,
        attending,
        speaking,
        representing,
        presences,
        meetings,
        talks,
        documents,
        titles,
    )
    for rule in module.RULES
)

RULES = (*STRICT, *loose.RULES, *ESTIMATED)

__all__ = ["RULES", "Rule"]
