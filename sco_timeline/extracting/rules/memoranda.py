"""A rule for memoranda, of obligations or on a partner's status, that are signed or ratified."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sco_timeline.extracting.claims import Claim
from sco_timeline.extracting.day_words import SAID
from sco_timeline.extracting.polarity import ASSERTED, EXPECTED, clause_before, clause_behind, polarity_of
from sco_timeline.extracting.resolving import Reading
from sco_timeline.extracting.rules.changing import told_last
from sco_timeline.extracting.rules.forms import Rule, pattern
from sco_timeline.extracting.rules.subjects import with_companions

_SIGNED = re.compile(
    r"\b(?:sign\w*|conclud\w*|ratif\w*|ink(?:s|ed|ing)|approv\w*|dates? from|law|initial+ed|pen|paper|put to|followed|came|effect|seal\w*|"
    r"exchang\w*|cabinet|submitted|consent\w*|endors\w*)\b"
)
_SIGNER = re.compile(
    r"(?<!to )(?<!in )(?<!of )(?<!with )(?P<p>[ⓅⓇⒾⒽ]|Ⓒ(?='s (?:cabinet|government|parliament|council))|"
    r"Ⓐ(?= (?:cabinet|government|parliament|side|foreign|president|delegation)))(?:'s?)?"
    r"(?: (?:foreign minist\w+|cabinet|government|parliament|[a-z]+ minister|ambassador|king|senate|side))?(?:,? [^;.ⓅⓇⒾⒽ]{0,50}?)? "
    r"(?:signs?|signed|sign|signing|inks?|inked|put|puts|approved|approves|ratified|ratifies|concluded|initialled|backs|backed|sealed|"
    r"(?:has|have|had) (?:not |yet to |also |already |now )*(?:signed?|inked|ratified|put|concluded))(?: (?:their|its|his|her|pen|"
    r"signatures?|name|paper|to|on|in|at|Ⓓ|the|an?|Ⓒ|corresponding|relevant|necessary|Ⓝ|its own|so-called|separate)){0,8} $"
)
_ENVOYS = re.compile(
    r"\b(?:envoys?|representatives?|[a-z]*ministers?|ambassadors?|officials|delegates|diplomats) of (?:the )?(?P<p>Ⓟ) "
    r"(?:has |have |had |also )*(?:sign|ink|put)[a-z]* [^.;,ⓅⒽ]{0,40}$"
)
_THEIRS = re.compile(r"\b(?:its|their) (?:own )?(?:[a-zⓉⓄ]+ )?$")
_STATED = re.compile(
    r"\b(?:would|will|may|could|should|is to|are to|to be signed|expected|plan(?:s|ned)?|ready|hopes?|soon|still has|"
    r"(?:has|have) (?:still|yet) to|still to be|yet to be|awaits?|pending|intends?)\b"
)
_STILL_TO = re.compile(r"\b(?:has|have|had) (?:still|yet) to [^.;,]{0,40}$")
_SECRETARIES = frozenset(
    [
        "Zhang Deguang",
        "Bolat Nurgaliyev",
        "Muratbek Imanaliyev",
        "Dmitry Mezentsev",
        "Rashid Alimov",
        "Vladimir Norov",
        "Zhang Ming",
        "Nurlan Yermekbayev",
    ]
)
_FUTURE = re.compile(r"\b(?:future|prospective|would-be) (?=Ⓢ)")  # what a country is to be, when the paper is signed already
_ONLY_GAS = re.compile(
    r"(?:on|for|in|about) (?:the |a )?(?!status|Ⓣ|Ⓢ|granting|giving|obtaining|becoming|the subject|behalf|Ⓓ|Ⓒ|Ⓟ|its|their|his|accession|"
    r"obligations|commitments|Ⓞ|membership|dialogue)[a-z]+"
)


_NOT_ITS_DAY = re.compile(r"(?:\b(?:ahead of|before|until|by|hopes|expected|will|would|(?:is|are) to|since)\b[^.;]{0,40}|\" )Ⓓ")


def _memorandum(reading: Reading, match: re.Match[str]) -> Iterator[Claim]:
    """Read a memorandum signed with or by a country: of obligations for members, else of the status last spoken of."""
    text = reading.text
    if not _SIGNED.search(text) or not ("Ⓞ" in text or any(slot.own for slot in reading.masked.slots) or reading.ours(match.start())):
        return
    to = _granted_by_it(reading, match) or ("member" if re.search(r"obligations|commitments?\b", text) else _status_around(reading, match))
    if to is None or (_ONLY_GAS.match(text[match.end() :].lstrip()) and "obligations" not in match.group()):
        return
    if to == "member" and re.search("mou|understanding", match.group()):
        partners = [claim["to"] for claim in reading.changes_before(match.start(), 8) if "partner" in str(claim["to"])]
        to = str(partners[-1]) if partners else to
    behind = clause_behind(text, match.end())
    around = clause_before(text, match.start(), 60) + ("" if re.match(r" (?:that|which)\b", behind) else _FUTURE.sub("", behind))
    polarity = EXPECTED if (said := polarity_of(around)) == ASSERTED and _STATED.search(around) else said
    if polarity == ASSERTED and _STILL_TO.search(text, max(0, match.start() - 70), match.start()):
        polarity = EXPECTED
    if re.search(r"\bwith the signing of (?:the |an? )?$", text[: match.start()]) and polarity_of(text[: match.start()]) == EXPECTED:
        polarity = EXPECTED
    date = reading.date(match, polarity == EXPECTED, reach=110) or _day_behind(reading, match, polarity) or _only_date(reading, polarity)
    for party in _memorandum_parties(reading, match):
        yield reading.claim("status_change", match, party=party, to=to, date=date, stage="memorandum", polarity=polarity)


_TO_BECOME = pattern(r"[^.;ⓈⓉ]{0,40} (?:which|that|to) [^.;ⓈⓉ]{0,50} Ⓟ to become <ART>(?P<s>[ⓈⓉ])")


def _granted_by_it(reading: Reading, match: re.Match[str]) -> str | None:
    """Return the status that a memorandum is to lead to, or the rank of a partner that it grants: "granting the status of partners"."""
    leads = _TO_BECOME.match(reading.text, match.end())
    if leads:
        return reading.status(leads.start("s"))
    named = re.match(r"[^.;ⓈⓉ]{0,45}(?P<s>[ⓈⓉ])", reading.text[match.end() :])
    to = reading.status(match.end() + named.start("s")) if named else None
    return to if to and "partner" in to else None


_ITS_DAY = re.compile(r"[^.;,()ⓅⓈⓉⒹ]{0,40}[ⓈⓉ](?: [^.;,()ⓅⓈⓉⒹ]{1,40})? (?P<d>Ⓓ)")


def _day_behind(reading: Reading, match: re.Match[str], polarity: str) -> str | None:
    """Return the day behind the status that a memorandum is on: "signed its memorandum on Ⓣ in Ⓓ"."""
    behind = _ITS_DAY.match(reading.text, match.end())
    return reading.resolved(reading.masked.slot(behind.start("d")), polarity == EXPECTED)[0] if behind else None


def _only_date(reading: Reading, polarity: str) -> str | None:
    if polarity == EXPECTED and SAID.search(reading.text):
        return None
    dates = [slot for slot in reading.masked.slots if slot.kind == "Ⓓ"]
    return reading.resolved(dates[0])[0] if len(dates) == 1 and not _NOT_ITS_DAY.search(reading.text) else None


_WHEN = re.compile(r",? (?:when|while|where) ")  # whoever acts then does not sign


def _memorandum_parties(reading: Reading, match: re.Match[str]) -> tuple[str, ...]:
    """Return who signed: the subject of the verb before, else who is named behind, else who was spoken of."""
    text = reading.text
    owner = re.search(r"(?P<p>[ⓅⒸ])'s? (?:[a-z]+ )?$", text[max(0, match.start() - 20) : match.start()])
    if owner:
        return reading.parties(max(0, match.start() - 20) + owner.start("p"))
    inside = re.search(r"(?:making|giving|granting|makes?|gives?|made|gave) (?:the )?(?P<p>[ⓅⓇ])(?!')", match.group())
    if inside:
        return reading.parties(match.start() + inside.start("p"))
    envoys = _ENVOYS.search(text, max(0, match.start() - 160), match.start())
    if envoys:
        return reading.parties(envoys.start("p"))
    signer = _SIGNER.search(text, max(0, match.start() - 160), match.start())
    of_whom = re.match(r" (?:the )?(?P<p>Ⓟ)'", text[match.end() :])
    if of_whom:
        return reading.parties(match.end() + of_whom.start("p"))
    if signer and signer["p"] == "Ⓗ" and (named := re.search(r"(?<!to )(?<!in )(?<!of )(?<!with )Ⓟ(?!')", text[: match.start()])):
        return with_companions(reading, match, named.start())
    if signer and not re.match(r"(?: [a-z]+){0,4} (?:with|of|granting|giving) (?:the )?Ⓟ", text[match.end() :]):
        later = re.match(r"[^.;]{0,110}?(?:together|along|jointly) with (?:the )?(?P<p>Ⓟ)", text[match.end() :])
        others = reading.parties(match.end() + later.start("p")) if later else ()
        return tuple(dict.fromkeys([*_without_secretary(reading, signer.start("p")), *others]))
    behind = re.match(
        r"[^.;]{0,90}?(?:(?<!in )(?<!at )(?<!from )(?P<p>Ⓟ)|(?:with|by) (?P<c>Ⓒ))", _WHEN.split(text[match.end() :], maxsplit=1)[0]
    )
    theirs = _THEIRS.search(text, max(0, match.start() - 24), match.start())
    if theirs:
        return reading.owners(theirs.start(), theirs.group())
    if behind:
        return reading.parties(match.end() + (behind.start("p") if behind["p"] else behind.start("c")))
    return _parties_before(reading, match)


def _parties_before(reading: Reading, match: re.Match[str]) -> tuple[str, ...]:
    """Return whom the words before a memorandum name last, else those of whom a step was told just before."""
    text = reading.text
    before = [found.start() for found in re.finditer("(?<!to )(?<!in )(?<!of )[ⓅⓇ](?!')", text[: match.start()])] or [
        found.start() for found in re.finditer("Ⓗ", text[: match.start()])
    ]
    if before:
        return reading.parties(before[-1])
    told = reading.changes_before(match.start(), 6 if text.endswith("the ", 0, match.start()) else 4)
    last = tuple(dict.fromkeys(str(claim["party"]) for claim in told_last(told)))
    parties = {str(claim["party"]) for claim in told if (claim["to"], claim["stage"]) == (told[-1]["to"], told[-1]["stage"])}
    return last if parties == set(last) else ()


def _without_secretary(reading: Reading, place: int) -> tuple[str, ...]:
    """Return the parties of those who sign, without the secretary-general, who signs for the SCO."""
    slot = reading.masked.slot(place)
    if slot.kind != "Ⓗ" or len(slot.parties) != len(slot.names):
        return reading.parties(place)
    return tuple(party for party, name in zip(slot.parties, slot.names, strict=True) if name not in _SECRETARIES)


def _status_around(reading: Reading, match: re.Match[str]) -> str | None:
    if "partnership" in reading.text[match.start() : match.end() + 40]:
        partners = [slot.value for slot in reading.masked.slots if slot.kind in "ⓈⓉ" and "partner" in str(slot.value)]
        return str(partners[0]) if partners else "dialogue_partner"
    if re.match(
        r" ?(?:on |of |for )?(?:its |the )?(?:accession|joining(?! Ⓞ as| as)|admission)\b(?![^,;.]{0,40} as )",
        reading.text[match.end() :],
    ):
        return "member"
    for slot in [*reading.masked.between(match.start(), len(reading.text)), *reversed(reading.masked.between(0, match.start()))]:
        if slot.kind in "ⓈⓉ" and slot.value and "partner" in str(slot.value):
            return str(slot.value)
    same = [slot for slot in reading.masked.slots if slot.kind == "Ⓣ" and not slot.value]
    if same:
        return reading.status(reading.masked.place(same[0]))
    if re.search(r"accession|membership", reading.article.low[reading.masked.start : reading.article.sentences[reading.number].end]):
        return "member"
    if re.match(r" ?(?:becoming|joining|obtaining|granting|giving|the status)[^.;ⓈⓉ]{0,40}[ⓈⓉ]", reading.text[match.end() :]):
        return "member"
    told = reading.changes_before(match.start(), 4)
    signed = [claim for claim in reading.changes_before(match.start(), 8) if claim["stage"] == "memorandum"]
    signed = signed or [claim for claim in told if claim["stage"] != "effective" and "partner" in str(claim["to"])]
    if signed or (told and told[-1]["to"] == "member"):
        return str((signed or told)[-1]["to"])
    for number in range(reading.number - 1, max(-1, reading.number - 5), -1):
        for slot in reversed(reading.article.masked(number).slots):
            if slot.value and ((slot.kind == "Ⓣ" and slot.value == "member") or (slot.kind in "ⓈⓉ" and "partner" in str(slot.value))):
                return str(slot.value)
    return None


RULES = (
    Rule(
        id="apply.memorandum",
        purpose="A memorandum, of obligations or on a partner's status, is signed or ratified.",
        pattern=pattern(
            r"\b(?<!model )(?<!draft )(?<!standard )(?:(?:memorand(?:ums?|a)|memos?|mous?)(?: of "
            r"(?:obligations|commitments|understanding))?(?: (?:on|for|of|that makes|granting|giving|that (?:makes?|gives?|grants?)))?|"
            r"protocols? (?:on|of)(?= (?:its |their |the |Ⓟ's? )?(?:partnership|status|[ⓈⓉ]))|"
            r"(?:[ⓈⓉ] |dialogue )?partnership (?:agreement|memorandum|protocol)s?|"
            r"(?:law|paper|document)s? (?:[a-z]+ ){1,6}obligations|"
            r"(?:paper|document|agreement)s? (?:(?:that|which) (?:makes?|gives?|grants?|made|gave)|making|giving|granting) "
            r"(?:his|its|their|the|Ⓟ|Ⓡ|Ⓘ)(?: country| countries| state| kingdom| republic)? <ART>[ⓈⓉ])(?!\w)"
        ),
        make=_memorandum,
        examples=(
            ("Egypt signed a memorandum on the status of SCO dialogue partner in 2022.", ("EGY dialogue_partner memorandum 2022",)),
            ("Belarus ratified the memorandum of obligations on SCO membership.", ("BLR member memorandum",)),
            (
                "Cuba became a dialogue partner of the SCO. A memorandum was signed that allows Laos to become a member.",
                ("CUB dialogue_partner effective", "LAO member memorandum", "LAO member effective expected"),
            ),
            (
                "Cuba became a dialogue partner of the SCO. The memorandum was signed on May 5, 2023, when China held the chair.",
                ("CUB dialogue_partner effective", "CUB dialogue_partner memorandum 2023-05-05"),
            ),
            ("An agreement making Nepal a dialogue partner of the SCO was signed.", ("NPL dialogue_partner memorandum",)),
            (
                "Kuwait signed the memorandum on becoming an SCO dialogue partner in May 2023 in Goa, together with Myanmar.",
                ("KWT dialogue_partner memorandum 2023-05", "MMR dialogue_partner memorandum 2023-05"),
            ),
        ),
        counter_examples=("China and Russia signed a memorandum on gas at the SCO summit.",),
    ),
)
