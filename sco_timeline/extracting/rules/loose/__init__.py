"""Loose rules: each starts from a word and reads the clause around it, and is heard only where no strict rule has spoken."""

from dataclasses import replace

from sco_timeline.extracting.rules.forms import Rule
from sco_timeline.extracting.rules.loose import (
    adopting,
    applying,
    attending,
    chairing,
    composing,
    counting,
    deciding,
    denying,
    each,
    entering,
    following,
    founding,
    gathering,
    holding,
    letting,
    likewise,
    presuming,
    refusing,
    rising,
)

RULES: tuple[Rule, ...] = tuple(
    replace(rule, loose=True)
    for module in (
        rising,
        entering,
        letting,
        applying,
        deciding,
        refusing,
        denying,
        presuming,
        following,
        gathering,
        chairing,
        attending,
        likewise,
        adopting,
        holding,
        founding,
        composing,
        each,
        counting,
    )
    for rule in module.RULES
)
