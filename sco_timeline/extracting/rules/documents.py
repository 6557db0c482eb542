"""Rules for what the SCO adopts: declarations, conventions, charters, statements, each by its title or its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, clause_before, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.adopting import acts_alone, adoptions, is_ours
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.papers import papers_in

_OWN_CLAUSE = re.compile(r" (?:was|were) (?!adopted|signed|approved|issued)")
_CLAUSE_END = re.compile(
    r"\b(?:who|while|but|whereas|although|because|before|after|"
    r"and (?:started|launched|began|initiated|opened)) |\bwhich (?!was|were|is)|[;]|\. |\brequest\b|"
    r",\" (?=[^\"]{3,60} (?:said|says|read|noted)\b)|\b(?:documents|papers) (?:concerning|regarding|covering|relat(?:ed|ing) to) "
)
_BY_A_STATE = re.compile(
    r"\b(?:cabinet|parliament|government|ministry(?: of [a-z]+)?|duma|senate|majlis|delegations|ministers)(?: (?:has|have|"
    r"had|also|then))* $|^(?:the )?(?:[a-z]+ )?ministers [^.;ⒷⓈⒽ]{3,60} and $|"
    r"\b(?:request|right|readiness|invitation|call(?:s|ed|ing)?) to $"
)
_TO_HAPPEN = re.compile(
    r"(?:(?!\b(?:which(?! (?:is|are) (?:due|expected|planned|scheduled)\b)|"
    r"that|who|was|were|has|had|said|became|marked|crowned|took)\b)[^.;\"]){3,200}?\b(?:will|would|should|"
    r"(?:is|are) (?:also |now |still )?(?:to|expected|planned|scheduled|due|foreseen|envisaged|awaited|on the agenda))\b"
)  # "the signing of the declaration is expected"
_ON_THE_AGENDA = re.compile(
    r"\b(?:agenda|programme|program|schedule)\b[^.;]{0,40} (?:includes?|envisages?|provides? for|foresees?) [^.;]*$"
)


def _lead_polarity(reading: Reading, match: re.Match[str]) -> str:
    lead = clause_before(reading.text, match.start(), 60)
    if re.search(r"(?:Ⓞ|leaders|heads of state|Ⓗ|presidents|they|members|Ⓢ) to $|\bto be $", reading.text[: match.start()]):
        return EXPECTED
    of_a_paper = " of" in reading.text[match.end() - 3 : match.end() + 3]
    if of_a_paper and (_TO_HAPPEN.match(reading.text, match.end()) or _ON_THE_AGENDA.search(reading.text, 0, match.start())):
        return EXPECTED
    if match.group().startswith(("went", "part", "came")):  # "what all could agree on went down as"
        return ASSERTED
    return polarity_of(f"{lead} {match.group()}")


def _adopted(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield what stands behind "adopted", "the signing of", "were issued"."""
    if not is_ours(reading, match) or acts_alone(reading, match) or _BY_A_STATE.search(reading.text, 0, match.start()):
        return
    flat = reading.article.flat
    start, end = reading.masked.origin(match.end()), reading.masked.span(0, len(reading.text))[1]
    stop = _CLAUSE_END.search(flat, start, end)
    papers = [paper for paper in papers_in(flat, start, stop.start() if stop else end) if not _OWN_CLAUSE.match(flat, paper.end)]
    yield from adoptions(reading, match, papers, _lead_polarity(reading, match))


_LINK = re.compile(
    r"[ ,]*(?:and|as well as|along with|together with|plus|or)?(?: also)?(?: the| an?| its| their| some| several|"
    r" [a-z]+)?[ ,]*\"?|, which [^,.;]{3,70},? and (?:an? |the )?"
)
_STILL_TO_BE = re.compile(
    r"(?:to )?be |(?:is|are) (?:to follow|being|waiting|awaiting|ready|on the)|(?:will|would|should) follow|"
    r"(?:is|are) (?:also |still |yet |expected |due |set )?to be "
)
_BY = re.compile(r"(?:(?<= by)| by) (?:the )?(?P<who>[ⓅⒽ])(?!'|,? (?:and|as well|together))")
_AFTER_TALKS = re.compile(r" (?:after|following|as a result of) (?:the|their) (?:talks|negotiations)\b")
_WILL_BE = re.compile(
    r"\b(?:will|is to|are to) be (?:adopted|signed|approved)\b[^.;]{0,120}$"
)  # "the one will be signed, the other adopted"
_BY_OTHERS = re.compile(r" by (?:the )?(?:foreign |defen[cs]e )?ministers")


def _is_by_few(reading: Reading, end: int) -> bool:
    """Say whether one or two have adopted a paper: "was signed by Xi Jinping and Modi"."""
    few = _BY.match(reading.text, end)
    return few is not None and len(reading.masked.slot(few.start("who")).parties) in (1, 2)


def _was_adopted(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Yield what stands before "was adopted": the paper, and those listed with it."""
    if not is_ours(reading, match) or _is_by_few(reading, match.end()) or _AFTER_TALKS.match(reading.text, match.end()):
        return
    flat, verb = reading.article.flat, reading.masked.origin(match.start("verb"))
    chosen, edge = [], verb
    for paper in reversed(papers_in(flat, reading.masked.start, verb)):
        gap = flat[paper.end : edge]
        far = 110 if gap.startswith((" that ", " which ", ", which ")) else 70
        if not (edge == verb and len(gap) < far and ";" not in gap) and not _LINK.fullmatch(gap):
            break
        chosen.append(paper)
        edge = paper.start
    bare = re.match(_DONE, match["verb"]) and _WILL_BE.search(reading.text, 0, match.start("verb"))
    said = (
        EXPECTED if bare or _STILL_TO_BE.match(match["verb"]) or _BY_OTHERS.match(reading.text, match.end()) else polarity_of(match["verb"])
    )
    yield from adoptions(reading, match, chosen, said if said != ASSERTED else polarity_of(re.sub(r"Ⓓ", "", match["verb"])))


_ADOPT = (
    r"(?:adopt(?:s|ed|ing)?|sign(?:s|ed|ing)?|approv(?:e[sd]?|ing)|"
    r"pass(?:ed|es)(?! to| from| over| through)|endors(?:e[sd]?|ing)|accept(?:s|ed)|produc(?:e[sd]?|ing)|"
    r"issu(?:ed|ing|es?(?= (?:an? |the |its |their |[ⒸⓄⓃ]|joint )))|conclud(?:e[sd]?|ing)(?! with)|ink(?:s|ed|ing)?|"
    r"releas(?:e[sd]?|ing)|put (?:their|its) (?:names?|signatures?|hands?|pens?|seals?) (?:to|under|on)|"
    r"set (?:their|its) (?:names?|hands?|seals?) to|part(?:ed|s) with|went down (?:on paper )?as|came out with|"
    r"confirm(?:s|ed)(?= (?:the|an?) (?:[a-zⓄⒸⓃ-]+ ){0,3}(?:strategy|plan|programme|program|regulations?|concept|roadmap)\b)|"
    r"put(?:s|ting)? (?:pen|(?:its|their) (?:joint |collective )?stamps?(?: of approval)?) to|(?:main|key|chief|central|"
    r"principal|most important) (?:outcomes?|results?|documents?|papers?)(?: of [^.;,]{3,40}?)? (?:was|were|is|are|became)|"
    r"round(?:ed|s) off (?:with|by)|(?:wrap(?:ped|s) up|end(?:ed|s)|closed?s?|conclude[ds]|crown(?:ed|s)) "
    r"(?:the|their|its) [^.;,]{0,30}?(?:summit|meeting|session|council) (?:with|by)|(?:adoption|signing|approval|signature|"
    r"conclusion|endorsement) of|unveil(?:ed|s)|settle[sd](?= (?:on )?(?:the|an?) (?:procedure|rules|model|text))|(?<=to )pass|"
    r"publish(?:ed|es)|seal(?:ed|s)?|(?:ended|ends|closed|concluded|culminated)(?: (?:on Ⓓ|in Ⓒ|Ⓓ)){0,2} (?:with|in)|"
    r"yield(?:ed|s)|greenlit|gave (?:their|its) (?:approval|blessing) to)"
)
_DONE = (
    r"(?:adopted|signed|approved|passed|endorsed|issued|concluded|accepted|inked|released|published|ratified|agreed(?: on)?|"
    r"unveiled)"
)
_ENDORSED = (
    r"(?:received|got|won|met with|obtained|earned|secured|has) (?:the )?(?:[a-z]+ )?(?:approval|blessing|"
    r"endorsement|go-ahead|consent|signatures)"
)
_NOUN = (
    "declaration|convention|charter|treaty|statement|communiqu|strategy|agreement|program|roadmap|concept|"
    "resolution|plan|protocol|initiative|appeal|regulation|rule|accord|pact|guideline|procedure|model memorandum"
)

RULES = (
    Rule(
        id="document.adopt",
        purpose="Leaders adopt, sign, issue papers; the signing of papers.",
        pattern=pattern(rf"(?=[aceginprsuwykm])\b{_ADOPT}\b(?! (?:by|at|in|on|for|with|into)\b)"),
        make=_adopted,
        examples=(
            ("The SCO leaders adopted the Astana Declaration and about 20 decisions.", ("Astana Declaration",)),
            (
                "At the SCO summit the presidents signed the Bishkek Declaration and statements on drugs and on food safety.",
                ("Bishkek Declaration", "Statement on drugs", "Statement on food safety"),
            ),
            (
                "The SCO leaders signed an agreement among the members on road transport.",
                ("Agreement among the members on road transport",),
            ),
            ("The SCO summit is near. Also to be signed is a convention on customs.", ("Convention on customs",)),
            (
                "The leaders of the five countries and Uzbekistan sign the Shanghai Convention of the SCO.",
                ("Shanghai Convention of the SCO",),
            ),
            ("The SCO leaders adopted the Bishkek Declaration on the occasion of the meeting.", ("Bishkek Declaration",)),
            ("SCO leaders to sign anti-drug strategy", ("Anti-drug strategy",)),
            ("The signing of the Osh Declaration is due at the end of the SCO summit.", ("Osh Declaration",)),
        ),
        counter_examples=(
            "Russia and China signed a bilateral agreement at the SCO summit.",
            "The SCO leaders adopted about 20 decisions.",
            "At the SCO summit a paper was signed to begin the procedure for admitting Belarus.",
            "At the SCO summit the presidents signed four statements of the leaders.",
            "The SCO leaders granted India's request to sign the anti-terrorist convention.",
            "Ministers turned to the issues of the SCO, above all to its anti-drug strategy.",
            '"At the SCO summit several papers were signed," a press statement of Kazakhstan on the meeting said.',
            "At the SCO summit it was recalled that the Ministry of Trade issued a plan for the roads.",
            "On the margins of the SCO summit the presidents of Russia, China and Mongolia signed a programme for a railway.",
            "The ministers adopted a record of the SCO meeting and approved a plan of work.",
            "Vladimir Putin and Islam Karimov signed a treaty of their own at the SCO summit.",
            "India refused to endorse the Belt and Road Initiative, the SCO statement shows.",
            "The SCO leaders are to sign ten documents concerning transport and the concept of green trade.",
            "The SCO leaders signed a memorandum with the Collective Security Treaty Organization. Ten agreements were signed.",
            "After the signing of the papers the SCO leaders will make statements for the press.",
        ),
    ),
    Rule(
        id="document.was_adopted",
        purpose="A paper was adopted, signed.",
        pattern=pattern(
            rf"(?:{_NOUN})[^.;]{{0,110}}?(?:,? which [^,.;]{{0,60}}?|,? that [^,.;]{{0,40}}?)?(?P<verb>\b"
            r"(?:was|were|is|are|has been|have been|had been|will be|is to be|are to be|to be|be) (?:also |unanimously |"
            rf"jointly |then |expected to be |due to be |set to be )?{_DONE}|\b(?:adopted|signed|approved|issued) "
            rf"(?:at|by|in|on|during|following)|\b{_DONE}(?=\.?$|;)|\b{_ENDORSED} (?:of|from|by)\b|(?:is|are) (?:to follow|"
            r"being (?:prepared|drafted|drawn up)|(?:a?waiting|ready) (?:for )?signature|on the table)\b|(?:will|would) follow\b|"
            r"(?:which|that) (?:the |its |all |Ⓝ ){0,2}(?:Ⓞ|leaders|heads|presidents|premiers|they|Ⓢ|summit|Ⓑ)[^,.;:]{0,40}? "
            r"(?:adopt(?:ed)?|sign(?:ed)?|approved?|pass(?:ed)?|agreed)\b|(?<=which )[^,.;]{0,60}?(?:approved|adopted|signed)\b)"
        ),
        make=_was_adopted,
        examples=(
            ("The Charter of the SCO was signed in Saint Petersburg on 7 June 2002.", ("Charter of the SCO 2002-06-07",)),
            (
                "The Tianjin Declaration and the SCO Development Strategy until 2035 were adopted.",
                ("Tianjin Declaration", "SCO Development Strategy until 2035"),
            ),
        ),
        counter_examples=(
            "About 20 agreements were signed at the SCO summit.",
            "Xi Jinping came for the SCO summit; a joint statement was signed after the talks.",
            "At the SCO summit a joint statement on borders was signed by Emomali Rahmon and Sadyr Japarov.",
        ),
    ),
)
