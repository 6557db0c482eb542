"""Loose rules: each starts from a word and reads the clause around it, and is heard only where no strict rule has spoken."""

from dataclasses import replace

from sco_timeline.extracting.rules.forms import Rule
from sco_timeline.extracting.rules.loose import (
    adopting,
    applying,
    attending,
    chairing,
    counting,
    deciding,
    entering,
    following,
    founding,
    gathering,
    holding,
    refusing,
    rising,
)

RULES: tuple[Rule, ...] = tuple(
    replace(rule, loose=True)
    for module in (
        rising,
        entering,
        applying,
        deciding,
        refusing,
        following,
        gathering,
        chairing,
        attending,
        adopting,
        holding,
        founding,
        counting,
    )
    for rule in module.RULES
)
