"""Loose rules: each starts from a word and reads the clause around it, and is heard only where no strict rule has spoken."""

from dataclasses import replace

from sco_timeline.extracting.rules.forms import Rule
from sco_timeline.extracting.rules.loose import (
    absence,
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
    growing,
    holding,
    letting,
    likewise,
    presuming,
    refusing,
    rising,
    screening,
)

RULES: tuple[Rule, ...] = tuple(
    replace(rule, loose=True)
    for module in (
        rising,
        entering,
        letting,
        growing,
        applying,
        deciding,
        refusing,
        denying,
        presuming,
        following,
        gathering,
        screening,
        chairing,
        attending,
        absence,
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
