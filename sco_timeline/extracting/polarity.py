"""Whether a text says that something is so, that it is not, or that it may be."""

from __future__ import annotations

import re

NEGATED, EXPECTED, ASSERTED = "negated", "expected", "asserted"

_NOT = re.compile(
    r"\b(?:not|never|cannot|no longer|neither|nor|hardly|nowhere near|far from|yet to|stopped short of|ruled? "
    r"out|rather than|instead of|without|fail(?:s|ed)? to|"
    r"refus(?:e[sd]?|ing)(?: to)?|declin(?:e[sd]?|ing)(?: to)?|den(?:y|ied|ies|ying)|no plans?|no interest|no wish|no desire|"
    r"no question of|"
    r"no intention|no decision|reject(?:s|ed|ing)?|turned down|oppos(?:e[sd]?|ing)|"
    r"block(?:s|ed|ing)?|veto(?:es|ed|ing)?|barred|prevent(?:s|ed|ing)?)\b|n't\b|\bno (?=Ⓢ|Ⓣ|entry|new Ⓢ|longer)"
)
_NOT_ONLY = re.compile(r"\bnot (?:only|just|merely|least|surprisingly)\b|\bno doubt\b|\bnot without\b")
OPEN = re.compile(
    r"(?:\bnot|\bnever|n't) (?:exclud|rul(?:e|es|ed|ing) out|oppos|object|mind|against)[a-z]*\b|"
    r"\bno (?:(?:more|further|remaining|longer any) )?(?:barriers?|obstacles?|hurdles?|objections?|impediments?)\b|\bno reasons? for not\b"
)  # "does not rule out", "there are no obstacles to"
_MAY = re.compile(
    r"\b(?:will|would|could|may|might|should|shall|can|(?:is|are|was|were|be|been|being|remains?) (?:[a-z]+ly |"
    r"also |now |still |all |both |widely )?(?:to|set|due|expected|likely|unlikely|poised|about|scheduled|meant|supposed|"
    r"ready|slated|on (?:track|course)|prepared|willing|keen|eager|interested|planning|hoping|seeking|"
    r"considering|aiming|destined|going to|tipped|bound|in line)|set to|expected to|due to (?=join|become|be)|"
    r"hop(?:e|es|ed|ing)|want(?:s|ed|ing)?|seek(?:s|ing)?|sought|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|"
    r"intention|aim(?:s|ed|ing)?|wish(?:es|ed|ing)?|desires?|desired|desirous|aspir\w+|"
    r"interest(?:ed)? in|interest|eager|keen|ambitions?|possib(?:le|ly|ility)|potential(?:ly)?|prospects?|"
    r"prospective|prospectively|if|whether|in case|future|upcoming|forthcoming|eventual(?!ly (?:join|bec|adm))|"
    r"eventually (?=become|join)|likely|path to(?:wards?)?|road to(?:wards?)?|way to|push(?:es|ed|ing)? (?:to|"
    r"for)|call(?:s|ed|ing)? (?:for|on)|urg(?:e[sd]?|ing)|support(?:s|ed|ing)?|in favou?r of|back(?:s|ed|ing)|"
    r"propos(?:e[sd]?|als?|ing)|recommend(?:s|ed|ing|ations?)?|bid|attempts?|tr(?:y|ies|ying) to|candida(?:te|cy)|pending|in "
    r"the process of|"
    r"await(?:s|ed|ing)|next in line|"
    r"obstacles?|barriers?|hurdles?|consensus (?=to)|optimis\w+|confident|confidence|consider(?:s|ed|ing)?|favou?r(?:s|ed)?|"
    r"encourag\w+|invit(?:e[sd]?|ation|ing)(?: to)?|"
    r"dream\w*|long(?:s|ed|ing) (?=to |for )|yearn\w*|count(?:s|ed|ing)? on|must|look(?:s|ing|ed)? forward|prepar(?:es?|ing|"
    r"ation)s?(?: for)?|ahead of|negotiat\w+|"
    r"discuss(?:es|ed|ing)?|talks on|talk of|"
    r"plead(?:s|ed|ing)?|press(?:es|ed|ing)? (?:for|to)|ought|expect(?:s|ed|ing|ation)?)\b|'ll\b|\bto-be\b|\bsoon-to\b"
)
REFUSED = re.compile(
    r"\b(?:reject\w*|turned down|block\w*|veto\w*|oppos\w*|refus\w*|den(?:y|ied|ies)|against|declin\w*|"
    r"prevent\w*|barr\w*|obstruct\w*|ruled? out|stall\w*|impossible|not possible|shelved|resist\w*|no question "
    r"of|withh[eo]ld\w*)\b"
)
ASKED = re.compile(r"\b(?:appl(?:y|ied|ies|ication|ications|ying)|bids?|requests?|candida(?:cy|ture))\b")
_ONCE_MAY = re.compile(r"^\"?(?:if|once|when|before|until|should|whether|unless|as soon as)\b")


def polarity_of(words: str) -> str:
    """Return what the words around a verb make of it."""
    if "no" in words or "n't" in words or "never" in words:
        words = OPEN.sub(" may ", _NOT_ONLY.sub(" ", words))
    if _NOT.search(words):
        return NEGATED
    return EXPECTED if _MAY.search(words) else ASSERTED


def conditional(clause: str) -> bool:
    """Say whether a clause begins as a condition."""
    return _ONCE_MAY.match(clause) is not None


_BREAK = re.compile(
    r"[;:,.](?= )|[–\"](?= )| (?:and|but|while|whereas|because|although|though|after|since|who|which|"
    r"(?<!expected )(?<!planned )(?<!hoped )that) "
)


def clause_before(text: str, place: int, reach: int = 60) -> str:
    """Return the words of the clause that lead up to a place."""
    before = text[max(0, place - reach) : place]
    end = 0
    for end_of in _BREAK.finditer(before):
        end = end_of.end()
    return before[end:]


def clause_behind(text: str, place: int) -> str:
    """Return the words of the clause that follow a place."""
    behind = text[place : place + 60]
    end = re.search(r"[;.:]|, | (?:and|but|while|which|who|after|since) ", behind)
    return behind[: end.start()] if end else behind
