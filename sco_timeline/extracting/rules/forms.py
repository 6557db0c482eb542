"""What a rule is, and the words that rules share."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sco_timeline.extracting.claims import Claim
    from sco_timeline.extracting.resolving import Reading

Make = Callable[["Reading", "re.Match[str]"], "Iterable[Claim]"]


@dataclass(frozen=True)
class Rule:
    """A pattern over masked sentences, and the claims that a match of it makes.

    Examples are sentences with the claims they make, in brief; counter-examples are sentences in which no rule of the same type may
    find anything. A loose rule reads a whole clause by a word in it, whatever stands between: what a stricter one has said of the same
    party in the sentence wins.
    """

    id: str
    purpose: str
    pattern: re.Pattern[str]
    make: Make
    examples: tuple[tuple[str, tuple[str, ...]], ...]
    counter_examples: tuple[str, ...] = ()
    loose: bool = False

    @property
    def fingerprint(self) -> int:
        """By what the pattern is told from one that it was before."""
        return zlib.crc32(self.pattern.pattern.encode())


_WORDS = {
    "P": r"(?P<p>[ⓅⓇⒾ])",
    "ART": r"(?:an? |the |its |their |another |one of (?:the |its )?(?:Ⓝ )?|being )?(?:Ⓞ's )?(?:newest |new |latest |youngest |official |"
    r"formal |Ⓠ |Ⓠ and [a-z]+ |\"|'|only |[a-z]+ asian |european |central asian |bloc's |second-ever |most recent |Ⓝ |actual |"
    r"regular |so-called )?(?:newest |new |full-fledged |fully fledged |full and |full,? |\"|equal |of )?",
    "AUX": (
        r"(?P<aux>(?:(?:has|have|had|twice|'s(?= (?:been|now|long))|'ve|was|were|is|are|be|been|being|am|get|got|not|n't|hasn't|haven't|"
        r"isn't|aren't|wasn't|weren't|won't|cannot|can't|didn't|yet|also|formally|officially|finally|will|would|could|may|might|should|"
        r"shall|can|must|set|due|expected|likely|unlikely|poised|slated|scheduled|about|ready|to|soon|now|since|recently|already|"
        r"never|just|eventually|ultimately|later|then|only|subsequently|jointly|both|all|each|still|in turn|going|planning|hoping|seeking|"
        r"trying|looking|keen|eager|on (?:course|track)|invited|able|allowed|long|once|did|does|do|tipped|thus|therefore|first|initially|"
        r"originally|currently|simultaneously|Ⓠ|together|together with|successfully|legally|no longer|previously|at last|thereby|"
        r"further|next|additionally|tentatively|unanimously|today|hereby|ceremonially|certain|bound|"
        r"(?:among|one of) (?:the |those )(?:[a-z]+ ){0,2}(?:that|which|who|to)|(?:became |become |becomes )?(?:one of )?the "
        r"(?:Ⓠ|only|other|latest|newest|last|next)(?:(?: [a-z]+)? ?(?:countr(?:y|ies)|states?|nations?|[ⓈⓅⓍ]))?(?: ever)? (?:to|that)|"
        r"in the process of|in fact|in (?:the )?year Ⓓ|in Ⓓ year|in Ⓓ year Ⓓ(?: number)?|indeed|Ⓓ|in Ⓓ|on Ⓓ|by Ⓓ|"
        r"since Ⓓ|early in Ⓓ|late in Ⓓ|(?!apply|rely|supply)[a-z]{2,14}ly|again|too|even|even though|in line|one day|some day|someday|"
        r"so far|in principle|for the Ⓠ time|for years|thereafter|afterwards|meanwhile|instead|at last|at it|there|at Ⓒ|in Ⓒ|"
        r"at (?:the|its|that|this) (?:same |Ⓠ |Ⓓ |Ⓒ ){0,2}(?:summit|meeting|session)(?: (?:in|of) [ⒸⒹ])?),? ){0,8})"
    ),
    "REL": r"(?:,? \([^()]{1,60}\))?(?:,? [–-] [^–;]{1,80} [–-]| [–-]|"
    r", [^,;]{1,90}(?:, (?!(?:or|and|but|while|from) (?:the )?Ⓟ)[^,;]{1,60})?,)??(?:,? (?:which|that|who|and))?,?",
    "WISH": (
        r"(?P<wish>(?:wants?|wanted|wanting|hopes?|hoped|hoping|wish(?:es|ed)?|seeks?|sought|seeking|aims?|aimed|"
        r"aiming|plans?|planned|planning|intends?|intended|aspires?|aspired|desires?|long(?:s|ed|ing)?(?= (?:to|for) )|yearn(?:s|ed|ing)?|"
        r"count(?:s|ed|ing)?(?= on )|would (?:also |very much |in time |one day |some day |too |eventually |gladly ){0,2}(?:like|love|"
        r"be happy|be glad|want)|(?:is|are|was|were|be|remains?) (?:also |very |still )?(?:keen|eager|interested|ready|willing|looking|"
        r"hoping|seeking|considering|prepared|anxious)|(?:has|have|had) (?:also |long |been |already |repeatedly )*(?:expressed|"
        r"shown|voiced|declared|stated|announced|signal(?:l)?ed|indicated|confirmed|reiterated) (?:its|their|his|an?|the|strong|no) "
        r"(?:strong |keen |great |official )?(?:interest|desire|wish|intention|readiness|willingness|aspiration|hope|ambition)s?|"
        r"(?:expresse[sd]|showed|voiced|declared|announced|reiterated) (?:its|their|his|an?|no|strong) (?:strong |keen )?(?:interest|"
        r"desire|wish|intention|readiness|willingness|aspiration|hope|ambition)|await(?:s|ing|ed)|considers?|considering|mulls?|mulling|"
        r"eyes?|eyeing|target(?:s|ed|ing)?|pursues?|pursuing|push(?:e[sd]|ing)? for|lobb(?:ied|ies|ying)(?: hard| long)?|campaign(?:s|ed|"
        r"ing)? for|has set its sights on|(?:declin|refus)(?:es|ed|ing)(?= to (?:join|become|enter|accede|be)\b)|(?:has|have|had|with)"
        r" no (?:such |immediate |current )?(?:plans?|intentions?|wish|desire|interest|ambitions?)(?: to (?:seek|pursue))?|(?:announced|"
        r"unveiled|has|have|had|made) (?:its |their )?plans|wants|look(?:s|ed|ing)? forward)(?: (?:to|for|on|of|in|about|at))?)"
    ),
    "WHO": (
        r"(?:(?P<p>[ⓅⓇⒾⒽ]|Ⓒ(?=, which )|Ⓐ(?= (?:government|authorities|leadership|cabinet|parliament)\b))"
        r"(?:(?:'s?)? (?:own )?(?:government|cabinet|parliament|authorities|leadership|foreign ministry|officials?|diplomats?|"
        r"leaders?|regime|junta|rulers|presidency|administration)|, whose (?:country|nation|government))?|"
        r"(?:(?<=[,;])|\b(?:and|but|who|which|having|then|yet))(?= [a-z]))"
    ),
    "ITS": (
        r"(?P<i>\b(?:(?:its|their|our|his|her|my)(?: own)?|"
        r"(?:the|that|this|his|her|our|my|their) (?:[a-z]+ )?(?:countries|country|nation|republic|kingdom|homeland)'s?|the latter's))"
    ),
    "GOAL": (
        r"(?:(?:the |its |their |an? )?(?:to )?(?:(?:join(?:ing)?|enter(?:ing)?|acced(?:e|ing) to|(?:full )?"
        r"(?:accession|admission|admittance|entry|entrance|adherence) (?:to|into|in)|get(?:ting)? into|becom(?:e|ing) (?:a )?part of|"
        r"be(?:ing)? (?:admitted|accepted|taken|let|allowed|included|received|welcomed|a part|part)(?: (?:of|in|into|to))?) "
        r"(?:into |in |the ranks of )?[ⓄⓋ](?! (?:summit|meeting|session|leaders|talks|delegation))(?: as <ART>[ⓈⓉ])?|(?:becom(?:e|ing)|"
        r"be(?:ing)? (?:fully )?(?:admitted|accepted|upgraded|elevated|promoted|raised|lifted|granted|given|made|named|taken in|received|"
        r"recogni[sz]ed)(?: from <ART>[ⓈⓉ])?(?: (?:as|to|into))?|upgrad(?:e|ing)(?: (?:its|their|our) [^.;,]{0,30}?)?(?: from <ART>[ⓈⓉ])?"
        r" to|rise to|(?:mov(?:e|ing)(?: up)?|climb(?:ing)?|ris(?:e|ing)|turn(?:ing)?|develop(?:ing)?)(?: from <ART>[ⓈⓉ])? (?:to|into)|"
        r"end(?:ing)? up(?: as)?|be(?:ing)?|(?:obtain|gain|get|receiv|acquir|secur|attain|achiev|win|assum)(?:e|ing|ting|ning)?) <ART>[ⓈⓉ]|"
        r"(?:(?:an )?(?:upgrade|promotion|elevation)(?: from <ART>[ⓈⓉ])? to )?<ART>[ⓈⓉ]|"
        r"(?:admission|accession|entry|acceptance|inclusion)(?: (?:in|to|into) Ⓞ)? as <ART>[ⓈⓉ]|admission|accession|"
        r"(?:[a-z]+ly )?(?:accept|admit|grant|give|make|take|receive|let|upgrade|raise) (?:it|them|Ⓘ)(?: in| up)? (?:as |to )?<ART>[ⓈⓉ]|"
        r"complet(?:e|ing) (?:its|the|their) (?:accession|admission|entry)(?: (?:process|procedures?))?(?: (?:to|into) Ⓞ)?|be (?:admitted|"
        r"accepted|let in|taken in|received)(?=[.,;:!?]|$| there| too| soon| as well| one day| at (?:the|that)| in Ⓓ| this| next)|"
        r"(?:(?:be|get|come|coming|getting|being) )?in(?=[.,;:!?]|$| one day| soon| too)|join(?:ing)?(?: it| Ⓘ| too| as well)?"
        r"(?: as <ART>[ⓈⓉ]|(?=[.,;:!?\"]|$| Ⓓ| in Ⓓ| but | and | (?:was|were|is|has|had|remains?|will)\b))))"
    ),
}
_NAME = re.compile("<([A-Z]+)>")


def pattern(text: str) -> re.Pattern[str]:
    """Compile a pattern in which <P>, <AUX>, <GOAL> and so on stand for the words that rules share."""
    while "<" in text and (filled := _NAME.sub(lambda name: _WORDS[name.group(1)], text)) != text:
        text = filled
    return re.compile(text)
