"""Rules for the number of members that is said outright: eight members, the eight-nation bloc, the tenth member."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, clause_before, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.disputing import NO_STATES
from sco_timeline.extracting.rules.forms import Rule, pattern

LEAST, MOST = 5, 40
"""Between these a number can be one of members of the SCO."""

_AS_OF = re.compile(r"\bas (?:of|at) (?:early |late )?$")
_OTHER_COUNT = re.compile(r"(?:founding|other|new|more|additional|fellow|the first|first|initial|original|the last|next) ?$")
_NO_SUCH = re.compile(r"(?:\bnot|n't|\bno)(?: have| has| had| yet| as many as)? $")  # "does not have 26 members"
_SENT_BY = re.compile(
    r"\b(?:troops|soldiers|servicemen|personnel|forces|units|teams|athletes|students|experts|scholars|companies)(?: [a-z]+){0,2} from $"
)  # perhaps not by all
_THE = re.compile(r"\b(?:the|its|all|all the|'s|now|currently|today) $")
_MAKING = re.compile(r"\b(?:making|turning|bringing|taking|raising|lifting|expanding|increasing|enlarging)\b[^.;]{0,60}$")


def counted(reading: Reading, match: re.Match[str], group: str = "n") -> Iterator[Claim]:
    """Yield the number of members in a group, if it can be one of the SCO."""
    place = match.start(group)
    slot = reading.masked.slot(place)
    text = match.group(group)
    number = int(slot.value or 0) if text in "ⓃⓆⓇ" else int(re.sub("[^0-9]", "", text))
    own = "Ⓞ" in match.group() or any(other.own for other in reading.masked.between(*match.span()))
    before = reading.text[max(0, place - 14) : place]
    if NO_STATES.search(reading.text) or not LEAST <= number <= MOST or not (own or text not in "ⓃⓆⓇ" or reading.ours(place)):
        return
    if _OTHER_COUNT.search(before) or _NO_SUCH.search(before) or _SENT_BY.search(reading.text, max(0, place - 60), place):
        return
    yield reading.claim("member_count", match, n=number, as_of=_as_of(reading), polarity=polarity_of_count(reading, match, place))


def polarity_of_count(reading: Reading, match: re.Match[str], place: int) -> str:
    """Say whether a number is there (asserted) or to come (expected); "the eight members" are there."""
    before = reading.text[max(0, place - 150) : place]
    if _MAKING.search(before):
        return EXPECTED if polarity_of(before) == EXPECTED else ASSERTED
    becoming = _BECOMING.search(before)
    if becoming:
        return EXPECTED if polarity_of(clause_before(before, becoming.start(), 60)) == EXPECTED else ASSERTED
    if reading.text[place] == "Ⓝ" and (match.group()[-1] == "Ⓢ" or reading.text[place + 1 : place + 2] == "-") and _THE.search(before):
        return ASSERTED
    if _TO_DECIDE.search(before):
        return EXPECTED
    lead = clause_before(reading.text, place, 60)
    return EXPECTED if polarity_of(lead) == EXPECTED or _IF.search(before) else ASSERTED


_BECOMING = re.compile(r",? (?:thus |thereby |so )?becoming (?:the |its )?$")
_TO_DECIDE = re.compile(
    r"\b(?:concern|discuss|prepar|consider|question|issue|plan)[^.;]{0,60}(?:entry|accession|admission|inclusion) of Ⓟ as (?:the |its )?"
    r"(?:Ⓠ and )?$"
)
_IF = re.compile(r"(?:^|[.;] )\W{0,2}(?:if|once|when)\b[^.;]{0,120}\b(?:will|would|could|is to)\b")


def _as_of(reading: Reading) -> str | None:
    return next(
        (
            reading.resolved(slot)[0]
            for place, slot in zip(reading.masked.at, reading.masked.slots, strict=True)
            if slot.kind == "Ⓓ" and _AS_OF.search(reading.text[max(0, place - 12) : place])
        ),
        None,
    )


_AND_OTHERS = re.compile(r" of Ⓥ|(?:, Ⓢ)?,? and Ⓢ(?! (?:of|in))")


def _members(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if _AND_OTHERS.match(reading.text, match.end()) and match.group()[0] == "Ⓝ":
        return
    place = match.start("s" if match["s"] else "t")
    slot = reading.masked.slot(place)
    if slot.value == "member" and (slot.own or reading.ours(place)):
        yield from counted(reading, match, "n" if match["n"] else "o")
        if match.groupdict().get("m"):
            yield from counted(reading, match, "m")


def _states(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    group = next(name for name in "nmkjhpqr" if match[name])
    status = match.start("s") if match["s"] else match.end() - 1
    if reading.text[status] in "ⓈⓉ" and reading.masked.slot(status).value != "member":
        return
    if "Ⓞ" in match.group() or reading.ours(match.start()):
        yield from counted(reading, match, group)


def _one_less(reading: Reading, number: int) -> bool:
    """Say whether the sentence before counts one member less: "It has eight members. Iran will soon be the ninth"."""
    before = reading.article.masked(reading.number - 1) if reading.number else None
    if before is None:
        return False
    return any(
        before.slot(at.start()).value == number - 1 and before.slot(at.end() - 1).value == "member" for at in _SO_MANY.finditer(before.text)
    )


_SO_MANY = re.compile(r"Ⓝ (?:full )?Ⓢ")


def _rank(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    if match["n"]:
        slot = reading.masked.slot(match.start("s")) if match["s"] else None
        if slot is None or (slot.value == "member" and (slot.own or reading.ours(match.start("s")))):
            yield from counted(reading, match)
        return
    place = match.start("m" if match["m"] else "k")
    status = [slot for slot in reading.masked.slots if slot.kind in "ⓈⓉ" and slot.start < reading.masked.origin(place)]
    told = status[-1].value == "member" if status else _one_less(reading, int(reading.masked.slot(place).value or 0))
    if told and reading.ours(place):
        yield from counted(reading, match, "m" if match["m"] else "k")


def _nickname(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    return counted(reading, match, "n" if match["n"] else "m")


_BLOC = r"(?:Ⓞ|bloc|group|grouping|organi[sz]ation|alliance|association|body|club|family|outfit|pact|forum)"
_STATES = r"(?:(?:sovereign|eurasian|asian|member|full|permanent|independent|participating|equal) ){0,2}(?:states|countries|nations|Ⓢ)"

RULES = (
    Rule(
        id="count.members",
        purpose="Eight members; the eight-member bloc; eight member states.",
        pattern=pattern(
            r"(?P<n>Ⓝ)(?:-| )(?:(?:full|permanent|core|main|voting|actual|current|full-fledged|equal|Ⓞ|official|regular|sovereign|present)"
            r" ){0,2}(?P<s>Ⓢ)(?! (?:from|who|of the (?!Ⓞ)|Ⓗ|"
            r"(?:(?!(?:and|or)\b)[a-zⒶ-]+ ){0,2}(?:delegation|team|panel|mission|crew|committee|cabinet)))"
        ),
        make=_members,
        examples=(
            ("The SCO has eight member states today.", ("8",)),
            ("It expanded the SCO to a 10-member association.", ("10",)),
            ("The leaders of the eight SCO member countries signed it.", ("8",)),
        ),
        counter_examples=(
            "The SCO has two observers and 14 dialogue partners.",
            "NATO has 32 members, the SCO fewer.",
            "Some 300 athletes from six members of the SCO ran in Kunming.",
            "The SCO has six founding members.",
            "The king flew to the SCO summit with an 11-member Bhutanese delegation.",
            "Seven members of the delegation to the SCO summit fell ill.",
        ),
    ),
    Rule(
        id="count.newcomer",
        purpose="The tenth member.",
        pattern=pattern(
            r"(?P<s>Ⓢ)(?: of Ⓞ)?,? (?:number|no\.) (?P<n>Ⓝ)|"
            r"(?P<o>Ⓠ)(?: and (?P<m>Ⓠ))? (?:by count )?(?:(?!(?:to|of|in|at|and|or|summit|meeting|new|time|founding)\b)[a-z-]+ |Ⓞ ){0,3}"
            r"(?P<t>Ⓢ)"
        ),
        make=_members,
        examples=(
            ("Iran became member number nine of the SCO.", ("9",)),
            ("Belarus became the tenth member of the SCO.", ("10",)),
            ("Iran and Belarus were admitted to the SCO as the ninth and tenth members.", ("9", "10")),
        ),
        counter_examples=("Sweden became the 32nd member of NATO, the SCO said.", "Nepal became the sixth dialogue partner of the SCO."),
    ),
    Rule(
        id="count.rank",
        purpose="The ninth country to join; the ninth to become a member; a member, its ninth.",
        pattern=pattern(
            r"(?P<n>Ⓠ) (?:(?:country|state|nation) (?:in|inside|of) (?:the )?[\"']?Ⓞ|(?:(?:country|state|nation|party) )?to (?:join Ⓞ|"
            r"(?:become|be admitted as|enter as|be) (?:an? )?(?:full |permanent )?(?P<s>Ⓢ)))|Ⓢ,? (?:its|the) (?P<m>Ⓠ)(?=[,.;)]|$)|"
            r"Ⓟ (?:is|was|would be|will (?:soon |then |thus )?(?:be|become)|became|becomes|would become|is to (?:be|become)) (?:the|its) "
            r"(?P<k>Ⓠ)(?: of them)?(?=[,.;)]|$| Ⓓ| (?:next|in|on|this|soon|today|as of) )"
        ),
        make=_rank,
        examples=(
            ("Iran was the ninth country to become a member of the SCO.", ("9",)),
            ("Belarus is the tenth country to join the SCO.", ("10",)),
            ("Iran is now a full member of the SCO, its ninth.", ("9",)),
            ('Iran has become the ninth country in the "SCO family".', ("9",)),
        ),
        counter_examples=("Nepal was the sixth country to become a dialogue partner of the SCO.",),
    ),
    Rule(
        id="count.states",
        purpose="Eight states make up the SCO; the SCO unites ten countries; the ten-nation bloc.",
        pattern=pattern(
            r"(?=[itⒾⓃⓄⓇⓈ])(?:(?P<n>Ⓝ) (?:states|countries|nations) "
            r"(?:now |currently |today )?(?:make up|form|belong to|(?:have|has) belonged to|constitute|comprise|are in|"
            r"are part of|are united in|(?:have|hold|enjoy|possess) (?=Ⓣ)|are (?:full |permanent )?(?P<s>Ⓢ)) ?(?:Ⓞ|Ⓘ)?(?P<t>Ⓣ)?|"
            r"(?:Ⓞ|Ⓘ|Ⓢ(?=,))(?: \(Ⓞ\))?<REL> ?(?:(?:now|currently|today|Ⓓ|in Ⓓ|since Ⓓ|also|which|that|still|at present|presently|will|"
            r"would|then),? ){0,3}(?:unit(?:es?|ing|ed)|groups?|brings? together|brought together|compris(?:es?|ing|ed)|"
            r"includ(?:es?|ing)|consist(?:s|ing)? of|encompass(?:es)?|embraces?|numbers?|numbering|counts?|counted|has|have|had|"
            r"(?:is |was |were )?made up of|(?:is|was) composed of|(?:is|was|,|as|into|has become|becomes|became|remains)? ?an? "
            r"(?:[a-z-]+,? ){0,6}?(?:grouping|bloc|group|organi[sz]ation|alliance|association|club|outfit|body|forum|family) of)(?: (?:now|"
            rf"already|just|only|no more than|as many as|up to|a total of|some|the))? (?P<m>Ⓝ)(?: {_STATES}| friends|(?=[,.;:]|$))|"
            rf"(?P<k>Ⓝ)[- ](?:nation|country|state|strong)(?: [a-z]+){{0,3}} {_BLOC}|"
            r"(?P<j>Ⓝ) Ⓞ(?:'s)? (?:states|countries|nations|participants|capitals)\b|"
            rf"\b(?:the|this|that) {_BLOC} of (?P<h>Ⓝ)(?= {_STATES}|[,.;]| to | and |$)|"
            r"(?P<q>Ⓡ) (?:of|in|that make up|which make up) Ⓞ(?! (?:region|area|space|summit|meeting))|"
            r"\b(?:the|its) (?P<r>Ⓝ) (?:states|countries|nations) (?:of which|that|which) (?:Ⓞ|Ⓘ) (?:consists|is made up)|"
            r"Ⓢ (?:has|have|are|is) Ⓟ,? (?P<p>Ⓝ) (?:countries|states|nations)(?: altogether| in all| in total)?(?=[,.;]|$))"
        ),
        make=_states,
        examples=(
            ("Eight states make up the SCO.", ("8",)),
            ("The SCO unites ten countries.", ("10",)),
            ("The nine-nation SCO met again.", ("9",)),
            ("The SCO today numbers ten.", ("10",)),
            ("The leaders thanked the eight countries of the SCO.", ("8",)),
            ("India is among the ten states of which the SCO consists.", ("10",)),
            ("The presidents of the six SCO states met.", ("6",)),
        ),
        counter_examples=("The seven-nation group G7 criticised the SCO.", "Fourteen countries are dialogue partners of the SCO."),
    ),
    Rule(
        id="count.nickname",
        purpose="The Shanghai G10.",
        pattern=re.compile(r"(?:shanghai|Ⓒ|Ⓞ) (?P<n>g\d{1,2})\b|Ⓞ-(?P<m>\d{1,2})\b(?!th)"),
        make=_nickname,
        examples=(
            ("This is how the Shanghai G9 became the Shanghai G10.", ("9", "10")),
            ("The SCO-8 met in Bishkek.", ("8",)),
        ),
    ),
)
