"""Titles of papers in a text: where they begin and end, and which of them are titles of their own."""

from __future__ import annotations

import re
from typing import NamedTuple


class Paper(NamedTuple):
    """A paper at its place in a text."""

    start: int
    end: int
    title: str


_KINDS = (
    r"(?:[Dd]eclarations?|[Cc]onventions?|[Cc]harter|[Tt]reat(?:y|ies)|[Ss]tatements?|[Cc]ommuniqu(?:[eé]s?)|[Ss]trateg(?:y|ies)|"
    r"[Aa]greements?|[Pp]rogram(?:me)?s?|[Rr]oad ?maps?|[Cc]oncepts?(?: paper)?|[Rr]esolutions?|[Pp]lans?|[Pp]rotocols?|"
    r"[Ii]nitiatives?|[Aa]ppeals?|[Rr]egulations?|[Rr]ules?(?= (?:of|for|on|under|by|which)\b)|[Gg]uidelines|[Aa]ccords?|"
    r"[Pp]acts?|[Oo]utline|[Cc]onclusions|[Pp]rocedures?(?= (?:of|for) (?:[Gg]rant|[Aa]dmi))|[Mm]odel [Mm]emorandum)"
)
_BEFORE = (
    r"(?:(?:[A-Z][\w'-]+|[a-z]+-[a-z]+|joint|final|political|founding|closing|summit|action|development|energy|"
    r"information|climate|separate|new|admission|model|"
    r"security|cooperation|economic|trade|investment|cultural|environmental|anniversary|special|draft|comprehensive|"
    r"20\d\d-20\d\d) ){0,5}"
)
_UNTIL = (
    r"(?:,? (?:for|until|till|through|to|up to|over|by|in) "
    r"(?:the )?(?:year |years |period (?:of |until |up to )?)?20\d\d(?: ?[-–/] ?(?:20)?\d\d)?)"
)
_STOP = (
    r"(?=,|\.|;|:|\)| ?\(| ?\"|$| and (?:a|an|the|also|other|another|one|some|gave|more|several|about|signed|approved|"
    r"agreed|adopted|issued|want|then|in|on|new|\d+)\b| (?:at|during|which|that|as well as|while|when|was|were|has|"
    r"have|had|is|are|were|will|may|would|after|before|following|along with|together with|welcom|call(?:s|ed)|condemn|"
    r"stat(?:es|ed) that|speaks|supports|supported|express|reaffirm|on the (?:occasion|sidelines|margins|fringes)|by the|"
    r"by its|from|alongside|signed|adopted|approved|said|says|but|now|until|till|through|up to) | in (?:[A-Z]|\d|which)|"
    r" on (?:\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d)|"
    r" for (?:20|the (?:first|coming|next)))"
)
_ALSO_NAMED = r"(?:, (?:separatism|friendship|[A-Z][\w-]+)(?:, [A-Z][\w-]+)?,? and (?:extremism|cooperation|[A-Z][\w-]+(?: [A-Z][\w-]+)?))?"
_ABOUT = (
    r"(?: (?:[Oo]n(?! the (?:occasion|sidelines|margins) of)|of|for|against|concerning|regarding|about|among|"
    r"to combat|to counter|to|between|establishing|creating|supporting|that (?:brings|creates|establishes)) (?!\d|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|their own|his own|its own|"
    rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:the )?(?:(?:\"[^\"]{{2,40}}\"|[^,.;:()\"]){{2,100}}?){_STOP}{_ALSO_NAMED})"
)
_TITLE = re.compile(
    rf"\"(?P<quoted>[^\"]{{4,130}})\"|(?P<title>(?<![\w'-]){_BEFORE}{_KINDS}(?![\w-]| Organi[sz]ation){_UNTIL}?{_ABOUT}?{_UNTIL}?)"
)
_HAS_KIND = re.compile(_KINDS)
_NO_TITLE = re.compile(
    r"(?i)^(?:(?:joint|new|separate|several|other|special|final|draft) )*(?:agreement|plan|program|programme|initiative|concept|"
    r"statement|resolution|strategy|protocol|regulation|rule of|accord|pact|guideline|partnership pact|appeal|treat(?:y|ie)|"
    r"convention|outline|conclusion|roadmap|road map|strategie|final)s?$"
)
_FINE_ALONE = re.compile(
    r"(?i)^(?:joint|final|political|founding|closing|summit|anniversary)\b.* ?(?:statement|declaration|communiqu)|^founding"
)
_NOT_OURS = re.compile(
    r"(?i)(?:(?<!model )memorand|bilateral|intergovernmental|peace (?:treaty|agreement|plan)|nuclear|ceasefire|contract|"
    r"road initiative|(?:united nations|\bun) (?:charter|convention|resolution|declaration)|agreements? with (?-i:[A-Z])|"
    r"between the (?!SCO|member|Shanghai|governments? of)|(?:'s|s') (?:accession|membership|partnership|status)|nato|"
    r"rescue|^\W?(?:mon|tues|wednes|thurs|fri|satur|sun)day's|(?:for|on|in|of|to) (?:which|how|what|whom)\b|business plan|"
    r"travel plan|trade agreement between|of intent|security initiative|civili[sz]ation initiative|governance initiative|"
    r"procedures? (?:of|for) (?:admitting|the admission of|admission of|granting) (?-i:[A-Z])(?!ew )|development initiative|"
    r"strategic partnership|\bbetween (?-i:[A-Z])\w+ and (?-i:[A-Z])|departure statement|(?:press|media|opening|video) statement|"
    r"agreements between|to reporters|to journalists|(?:to|for) the (?:press|media)|own\b)"
)
_SOMEBODYS = re.compile(r"(?<!tion)(?<!SCO)'s (?:\w+ )?(?:[Ss]tatement|[Dd]eclaration)")
_FOUNDING_ACT = re.compile(r"(?i)declaration (?:that (?:brings|brought|creat|establish|found)|(?:on|of)? ?(?:the )?(?:establish|creat))")


_CALLED = ("called ", "entitled ", "titled ", "named ", "dubbed ")


def papers_in(text: str, start: int, end: int) -> list[Paper]:
    """Return the papers named in a span of a text with straight quotes; "statements on A and on B" are two."""
    found: list[Paper] = []
    for match in _TITLE.finditer(text, start, min(end, start + 500)):
        if match["quoted"]:
            named = _HAS_KIND.search(match["quoted"]) or text.endswith(_CALLED, start, match.start())
            if named and not _NOT_OURS.search(match["quoted"]):
                found.append(Paper(match.start(), match.end(), _capital(match["quoted"])))
            continue
        title = _trimmed(match["title"])
        if (
            title
            and not _NOT_OURS.search(title)
            and (text.startswith(" in which", match.end()) or not _NOT_OURS.match(text, match.end() + 1))
        ):
            found.append(Paper(match.end() - len(match["title"].lstrip()), match.end(), title))
            found += _second(text, match, title, end)
    return found


_AND_ON = re.compile(r"(?:,? and|,)(?: another| one)? (?P<about>on (?:the )?[^,.;()]{3,80}?)" + _STOP)


def _second(text: str, match: re.Match[str], title: str, end: int) -> list[Paper]:
    found: list[Paper] = []
    second = _AND_ON.match(text, match.end(), end) if " on " in title else None
    while second and len(found) < 6:
        found.append(Paper(second.start("about"), second.end(), f"{title.split(' on ', maxsplit=1)[0]} {second['about']}"))
        second = _AND_ON.match(text, second.end(), end)
    return found


_SORTS = re.compile(
    r"(?i)(?:cooperation |other |trade |economic )?agreements (?:on|in|for) "
    r"(?:security|trade|energy|economic|various|a range|areas|fields|cooperation)\b"
    r"|statements (?:of|by) (?:the )?(?:heads|leaders|council|sco)\b(?!.* (?:on|about|against|concerning) )"
)


_MANY = re.compile(
    r"(?i)(?:two|three|four|five|six|seven|eight|nine|ten|[a-z]+teen|twenty|\d+|several|many|some|various) [a-z -]*s"
    r"(?: (?:on|in|of|for)\b|$)"
)


def _trimmed(title: str) -> str | None:
    """Return a title in the singular and without what stands before it; none for a mere "agreement"."""
    title = re.sub(r"^(?:The|A|An|Its|Their|In|At|On|And|Also|Basic|New(?! Delhi)|This) ", "", title.strip())
    title = re.sub(r"^(?:draft|new|separate|special) ", "", title)
    if _SORTS.match(title) or _MANY.match(title):
        return None
    title = re.sub(r" (?:in|of|for|by|with|on|under|here|there)$", "", title)
    if re.match(r"charter(?: of (?:the )?Shanghai Cooperation Organi[sz]ation)?$", title):
        return "SCO Charter"
    if re.match(r"[Pp]lans\b", title):  # what somebody has in mind
        return None
    if (_NO_TITLE.match(title) and not _FINE_ALONE.match(title)) or title == "Charter signature":
        return None
    if len(title) > 160 or _SOMEBODYS.search(title):
        return None
    if _FOUNDING_ACT.match(title):
        return "Declaration on the Establishment of the Shanghai Cooperation Organisation"
    return _capital(re.sub(r"\b((?i:statement|declaration|agreement|protocol))s\b", r"\1", title, count=1))


def _capital(title: str) -> str:
    title = title.strip(" ,.\"'")
    return title[:1].upper() + title[1:]
