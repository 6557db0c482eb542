"""Whether a text can speak of the SCO at all: most texts of a corpus do not, and are told so in microseconds."""

from __future__ import annotations

import re

_OUR_NAME = re.compile(
    r"Shanghai (?:Co-?operation|Five\b|Six\b|5\b|Pact|Group|Organi[sz]ation|[Bb]loc|Forum|[Pp]rocess|Security|"
    r"Eight|G\d|organi[sz]ation of (?:the )?cooperation|cooperation organi[sz]ation)|SHANGHAI COOPERATION|Shanghai Coop\.|"
    r"S(?<!\wS)[hH]OS\b|Shanghai-5"
)
_OUR_LETTERS = re.compile(r"S(?<!\wS)\.?C\.?O\b")
_CUES = re.compile(
    r"\b(?:summit|member|observer|dialogue partner|heads? of state|heads of government|China|Russia|Kazakhstan|"
    r"Uzbekistan|Kyrgyzstan|Tajikistan|Iran|India|Pakistan|Belarus|Putin|"
    r"Xi Jinping|Armenia|Azerbaijan|Cambodia|Nepal|Sri Lanka|Maldives|Kuwait|Bahrain|UAE|Emirates|Qatar|Egypt|"
    r"Saudi|Myanmar|Laos|Turkmenistan|Ukraine|Afghanistan|Bangladesh|Vietnam|Syria|Iraq|Erdogan|Modi|"
    r"Lukashenko|Tokayev|[Ff]oreign ministers|Mongolia|Astana|Tashkent|Samarkand|Bishkek|Dushanbe|Turkey|"
    r"Türkiye|Central Asia|Eurasian?|accession|Beijing|Moscow|multipolar)\b"
)
_OTHER_SCO = re.compile(
    r"\b(?:SCO Group|SCO U[Nn][Ii][Xx]|Caldera|UnixWare|OpenServer|Novell|Santa Cruz|Orchestra|orchestra|"
    r"Chamber|Linux|Scottish|Scotland|stem cell|supply chain officer|"
    r"Security Council Office|Sales Compensation|special court|SCO v|Ontario|California|Santander|Social "
    r"Credit|sustainability officer|Stockholm|St\. Catharines|Surf City|"
    r"School of|Southern California|South Central|scuba|Spare Change|sensory|SCO County)"
)
_SHORT = 400  # characters; a longer text about the SCO names one of its states or its words
_EXPANDED = re.compile(r"(?<![\w-])((?:[A-Z][\w-]{1,30}(?: (?:of|for|and|the))? ){1,5})\((?:the )?[\"']?SCO[\"']?\)")
_WORDS = r"S(?!hanghai)[a-z]+(?: (?:of|for|and|the|on))? C[a-z-]+(?: (?:of|for|and|the|on))? O[a-z]+"
_SPELT_OUT = re.compile(
    rf"\bSCO\b[^.;A-Z]{{0,24}}\b{_WORDS}|\b{_WORDS}\b[^.;A-Z]{{0,12}}\bSCO\b|"
    r"\bSCO\b[^.;]{0,20} (?:means?|stands? for|(?:is )?short for|refers? to|denotes?)\b[^.;]{0,40} "
    r"(?!shanghai)s[a-z]+[ -]c[a-z]+[ -]o[a-z]+"
)  # "the SCO, the Supply Chain Officer"
_IN_BRACKETS = re.compile(r"SCO[\"']?\)")
_MAY_BE_OURS = re.compile("Shanghai.*Organi|Organi.*Shanghai")
_INITIALS = re.compile(r"\bS.*\b[CO]")  # "Member (SCO)" spells nothing out


def is_about_the_sco(text: str) -> bool:
    """Say, in microseconds, whether a text can speak of the Shanghai Cooperation Organisation at all."""
    if (
        "SCO" not in text
        and "hanghai" not in text
        and "SHANGHAI" not in text
        and "S.C.O" not in text
        and "ShOS" not in text
        and "SHOS" not in text
    ):
        return False
    if _OUR_NAME.search(text):
        return True
    if not _OUR_LETTERS.search(text):
        return False
    expanded = _EXPANDED.search(text) if _IN_BRACKETS.search(text) else None
    return (
        not (expanded and not _MAY_BE_OURS.search(expanded.group(1)) and _INITIALS.search(expanded.group(1)))
        and not _OTHER_SCO.search(text)
        and not _SPELT_OUT.search(text)
        and (len(text) < _SHORT or _CUES.search(text) is not None)
    )
