"""Rules for those who found the SCO: countries set it up, their presidents announce its birth."""

from __future__ import annotations

from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.founding_facts import FOUNDING, founding

_FOUND = (
    r"(?:(?:co-?)?found(?:ed)?|establish(?:ed|ing)?|set(?:ting)? up|creat(?:e|ed|ing)|form(?:ed|ing)|launch(?:ed|ing)?|started|"
    r"initiated|proclaim(?:ed|"
    r"ing|s)?|"
    r"inaugurated|announced?|announcing|br(?:ought|ing) into being|gave birth to|gives birth to|laid the (?:foundations?|groundwork|"
    r"basis) (?:of|for)|"
    r"stood at the (?:origins?|cradle|birth) of|on establishing)"
)
_ONLY = (
    r"(?=[,.;:)\"'–]|$| (?:in|on|as|at|by|to|with|and|that|which|when|–|-|for|after|is|was|from|here|into|a|an|Ⓝ|Ⓓ|today|yesterday|"
    r"Ⓠ|together|jointly|along|alongside)\b)"
)

RULES = (
    Rule(
        id="founding.active",
        purpose="Countries found the SCO; their presidents announce its birth.",
        pattern=pattern(
            rf"(?P<p>[ⓅⒽⓇ])(?!'s (?:request|wish|desire|readiness))[^.;ⓅⒽⓇⒾⓄⓈⓉⓍ]{{0,90}}? "
            rf"(?:{_FOUND}|(?:the )?{FOUNDING} of|brings?|bringing|brought|set) (?:the )?"
            rf"(?:(?:birth|creation|establishment|founding|formation|launch) of )?(?:a new (?:[a-z]+ ){{0,3}}?(?:organi[sz]ation|"
            rf"body|bloc|grouping|group),? "
            rf"(?:called |named |known as )?)?(?:the )?[\"']?(?P<o>[ⓄⓋⒾ])"
            rf"(?:(?<!Ⓘ)(?<!set Ⓞ){_ONLY}|(?: up| into being| into life)?(?= (?:in|on) [ⒸⒹ]|[.,;]|$))"
        ),
        make=founding,
        examples=(
            ("China, Russia and Kazakhstan founded the SCO in June 2001.", ("2001-06 CHN,KAZ,RUS",)),
            ("China and Russia announced the birth of the SCO in 2001.", ("2001 CHN,RUS",)),
            ("In 2001 China and Russia met to announce the creation of a new body, the SCO.", ("2001 CHN,RUS",)),
            ("Kyrgyzstan stood at the origins of the SCO in June 2001.", ("2001-06 KGZ",)),
            ("Both had met in 1996. On 15 June 2001 they met again. China and Russia founded the SCO.", ("2001-06-15 CHN,RUS",)),
        ),
        counter_examples=(
            "China and Russia established the SCO Business Council in 2006.",
            "China set up the SCO demonstration zone in 2018.",
            "They granted Cuba's request to read the paper on the creation of the SCO.",
        ),
    ),
    Rule(
        id="founding.proclaimed",
        purpose="An organisation which countries proclaimed on a day.",
        pattern=pattern(
            r"(?P<o>Ⓞ) (?:is|was) [^.;,]{0,80}?(?:,? (?:which|that))? (?P<p>Ⓟ) (?:have |jointly |had )?(?:proclaimed|"
            r"founded|established|created|set up|announced(?: to (?:found|establish|create|set up))?)\b"
        ),
        make=founding,
        examples=(("SCO is an organisation which China, Russia and Kazakhstan proclaimed on June 15, 2001.", ("2001-06-15 CHN,KAZ,RUS",)),),
    ),
)
