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
    r"formal |Ⓠ |Ⓠ and [a-z]+ |\"|'|only |[a-z]+ asian |european |central asian |bloc's |second-ever |most "
    r"recent |Ⓝ |actual |regular |so-called )?(?:newest |new |full-fledged |fully fledged |full and |full,? |\"|equal |of )?",
    "AUX": (
        r"(?P<aux>(?:(?:has|have|had|twice|'s(?= (?:been|now|long))|'ve|was|were|is|are|be|been|being|am|get|got|not|n't|"
        r"hasn't|haven't|isn't|aren't|"
        r"wasn't|weren't|won't|cannot|can't|didn't|yet|also|formally|officially|"
        r"finally|will|would|could|may|might|should|shall|can|must|set|due|expected|likely|unlikely|poised|slated|"
        r"scheduled|about|ready|to|soon|now|since|recently|already|never|just|"
        r"eventually|ultimately|later|then|only|subsequently|jointly|both|all|each|still|in turn|going|planning|"
        r"hoping|seeking|trying|looking|keen|eager|on (?:course|track)|invited|able|"
        r"allowed|long|once|did|does|do|tipped|thus|therefore|first|initially|originally|currently|simultaneously|"
        r"Ⓠ|together|together with|successfully|legally|no longer|previously|"
        r"at last|thereby|further|next|additionally|tentatively|unanimously|today|hereby|ceremonially|certain|"
        r"bound|(?:among|one of) (?:the |those )(?:[a-z]+ ){0,2}(?:that|which|who|to)|(?:became |become |"
        r"becomes )?(?:one of )?the (?:Ⓠ|only|other|latest|newest|last|next)"
        r"(?:(?: [a-z]+)? ?(?:countr(?:y|ies)|states?|nations?|[ⓈⓅⓍ]))?(?: ever)? (?:to|that)|in "
        r"the process of|in fact|in (?:the )?year Ⓓ|in Ⓓ year|in Ⓓ year Ⓓ(?: number)?|indeed|Ⓓ|in Ⓓ|on "
        r"Ⓓ|by Ⓓ|since Ⓓ|early in Ⓓ|late in Ⓓ|(?!apply|rely|supply)[a-z]{2,14}ly|again|too|even|even though|in "
        r"line|one day|some day|someday|so far|in principle|"
        r"for the Ⓠ time|for years|thereafter|afterwards|meanwhile|instead|at last|at it|there|at Ⓒ|in Ⓒ|"
        r"at (?:the|its|that|this) (?:same |Ⓠ |Ⓓ |Ⓒ ){0,2}(?:summit|meeting|session)(?: (?:in|of) [ⒸⒹ])?),? ){0,8})"
    ),
    "REL": r"(?:,? \([^()]{1,60}\))?(?:,? [–-] [^–;]{1,80} [–-]| [–-]|, [^,;]{1,90}(?:, (?!(?:or|and|"
    r"but|while|from) (?:the )?Ⓟ)[^,;]{1,60})?,)??(?:,? (?:which|that|who|and))?,?",
    "WISH": (
        r"(?P<wish>(?:wants?|wanted|wanting|hopes?|hoped|hoping|wish(?:es|ed)?|seeks?|sought|seeking|aims?|aimed|"
        r"aiming|plans?|planned|planning|intends?|intended|aspires?|aspired|"
        r"desires?|long(?:s|ed|ing)?(?= (?:to|for) )|yearn(?:s|ed|ing)?|count(?:s|ed|ing)?(?= on )|would (?:also |very much |"
        r"in time |one day |some day |too |eventually "
        r"|gladly ){0,2}(?:like|love|be happy|be glad|want)|(?:is|are|was|were|be|remains?)"
        r" (?:also |"
        r"very |still )?(?:keen|eager|interested|ready|willing|looking|hoping|seeking|considering|"
        r"prepared|anxious)|(?:has|have|had) (?:also |long |been |already |repeatedly )*(?:expressed|shown|voiced|"
        r"declared|stated|announced|signal(?:l)?ed|indicated|confirmed|reiterated) (?:its|their|his|an?|the|"
        r"strong|no) "
        r"(?:strong |keen |great |official )?(?:interest|desire|wish|intention|readiness|willingness|aspiration|"
        r"hope|ambition)s?|(?:expresse[sd]|showed|voiced|declared|announced|reiterated) (?:its|their|his|an?|no|"
        r"strong) (?:strong |keen )?(?:interest|desire|wish|"
        r"intention|readiness|willingness|aspiration|hope|ambition)|await(?:s|ing|ed)|considers?|considering|mulls?|mulling|"
        r"eyes?|"
        r"eyeing|target(?:s|ed|ing)?|pursues?|pursuing|push(?:e[sd]|ing)? for|lobb(?:ied|ies|ying)(?: hard| long)?|"
        r"campaign(?:s|ed|ing)? for|"
        r"has set its sights on|(?:declin|refus)(?:es|ed|ing)(?= to (?:join|become|enter|accede|be)\b)|"
        r"(?:has|have|had|with) no (?:such |immediate |current )?(?:plans?|intentions?|wish|desire|interest|"
        r"ambitions?)(?: to (?:seek|pursue))?|"
        r"(?:announced|unveiled|has|have|had|made) (?:its |their )?plans|"
        r"wants|look(?:s|ed|ing)? forward)(?: (?:to|for|on|of|in|about|at))?)"
    ),
    "WHO": (
        r"(?:(?P<p>[ⓅⓇⒾⒽ]|Ⓒ(?=, which )|Ⓐ(?= (?:government|authorities|leadership|cabinet|"
        r"parliament)\b))(?:(?:'s?)? (?:own )?(?:government|cabinet|parliament|authorities|"
        r"leadership|foreign ministry|"
        r"officials?|diplomats?|leaders?|regime|junta|rulers|presidency|administration)|, whose (?:country|nation|government))?|"
        r"(?:(?<=[,;])|\b(?:and|but|who|which|having|then|yet))(?= [a-z]))"
    ),
    "ITS": (
        r"(?P<i>\b(?:(?:its|their|our|his|her|my)(?: own)?|(?:the|that|this|his|her|our|my|their) (?:[a-z]+ "
        r")?(?:countries|country|nation|republic|kingdom|homeland)'s?|the latter's))"
    ),
    "GOAL": (
        r"(?:(?:the |its |their |an? )?(?:to )?(?:(?:join(?:ing)?|enter(?:ing)?|acced(?:e|ing) to|(?:full )?(?:accession|"
        r"admission|admittance|entry|entrance|adherence) (?:to|into|in)|get(?:ting)? into|becom(?:e|ing) (?:a )?part of|"
        r"be(?:ing)? (?:admitted|accepted|taken|let|allowed|included|received|welcomed|a part|part)(?: (?:of|in|into|to))?) "
        r"(?:into |in |the ranks of )?[ⓄⓋ](?! (?:summit|meeting|session|leaders|talks|delegation))(?: as <ART>[ⓈⓉ])?|"
        r"(?:becom(?:e|ing)|be(?:ing)? (?:fully )?(?:admitted|accepted|upgraded|elevated|promoted|raised|lifted|granted|given|"
        r"made|named|"
        r"taken in|received|recogni[sz]ed)(?: from <ART>[ⓈⓉ])?(?: (?:as|to|into))?|upgrad(?:e|ing)(?: (?:its|their|our) "
        r"[^.;,]{0,30}?)?(?: from <ART>[ⓈⓉ])? to|rise to|(?:mov(?:e|ing)(?: up)?|climb(?:ing)?|"
        r"ris(?:e|ing)|turn(?:ing)?|develop(?:ing)?)(?: from <ART>[ⓈⓉ])? (?:to|into)|end(?:ing)? up(?: as)?|be(?:ing)"
        r"?|(?:obtain|gain|get|receiv|acquir|secur|attain|"
        r"achiev|win|assum)(?:e|ing|ting|ning)?) <ART>[ⓈⓉ]|(?:(?:an )?(?:upgrade|promotion|elevation)(?: from <ART>[ⓈⓉ])? to "
        r")?<ART>[ⓈⓉ]|"
        r"(?:admission|accession|entry|acceptance|inclusion)(?: (?:in|to|into) Ⓞ)? as <ART>[ⓈⓉ]|admission|accession|(?:[a-z]+ly "
        r")?(?:accept|admit|grant|give|make|take|receive|let|upgrade|raise) (?:it|them|Ⓘ)(?: in| up)? (?:as |to )?<ART>[ⓈⓉ]|"
        r"complet(?:e|ing) (?:its|the|their) (?:accession|admission|entry)(?: (?:process|procedures?))?(?: (?:to|into) Ⓞ)?|"
        r"be (?:admitted|accepted|let in|taken in|received)(?=[.,;:!?]|$| there| too| soon| as well| one day| at (?:the|that)|"
        r" in Ⓓ| "
        r"this| next)|"
        r"(?:(?:be|get|come|coming|getting|being) )?in(?=[.,;:!?]|$| "
        r"one day| soon| too)|join(?:ing)?(?: it| Ⓘ| too| as well)?(?: as <ART>[ⓈⓉ]|(?=[.,;:!?\"]|"
        r"$| Ⓓ| in Ⓓ| but | and | (?:was|were|is|has|had|remains?|will)\b))))"
    ),
}
_NAME = re.compile("<([A-Z]+)>")


def pattern(text: str) -> re.Pattern[str]:
    """Compile a pattern in which <P>, <AUX>, <GOAL> and so on stand for the words that rules share."""
    while "<" in text and (filled := _NAME.sub(lambda name: _WORDS[name.group(1)], text)) != text:
        text = filled
    return re.compile(text)
