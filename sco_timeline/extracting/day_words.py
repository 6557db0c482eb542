"""The words by which a day in a sentence belongs to what is told beside it, or does not."""

from __future__ import annotations

import re

BOUND = re.compile(
    r"\b(?:since|as of|before|until|prior to) (?:early |late )?$|[ⓈⓉ],? (?:in|on|at|from) (?:early |late )?$"
)  # a day that belongs to what stands before it
DECIDES = re.compile(r" (?:unanimously |formally |finally )?(?:agreed|decided|voted|approved|launched|resolved|began|started)\b")
SAID = re.compile(r"\b(?:said|says|told|announced|stated|reported|added|noted|declared)\b")
HEAD = re.compile(
    r"(?:(?:in|at|during) the (?=Ⓓ (?:[ⒸⓄ] )?(?:summit|meeting|session)(?: (?:in|of|at) [^,;]{1,30})?, )|(?:at|"
    r"during) [^.;,ⓅⒽⒹ]{0,50}?(?:summit|meeting|session)[^.;,ⓅⒽⒹ]{0,20}? |(?:on|in|at|by|late in|early in|last|later in|"
    r"finally,? in|back in) )?(?:early |late |mid-)?(?P<d>Ⓓ)"
    r"(?:(?:, which [^,;]{3,50})?,| (?:[ⒸⓄ] )?(?:summit|meeting|session)(?: (?:in|of|at) [^,;]{1,30})?,| (?=(?:the )?[ⓄⓅⒷⒾ]|"
    r"(?:the )?(?:leaders|heads|presidents)\b))"
)  # "On 9 June, the leaders"
CLAUSE = re.compile(r";|\b(?:who|which|when|where|after|since|while|before|until|whereas|because)\b")
WHEN = re.compile(r" when (?:the |both )?(?:[ⓅⓇⒾ] (?:were |was |had |have |both )?)?$")
IN_DAY_WHEN = re.compile(
    r"(?P<d>Ⓓ),? (?:when|as|where|(?:at|in|on) which|that|did|was|were) "
    r"(?:both |the )?(?:[ⓅⓇⒾ] (?:[a-z]+ly )?(?:were |was |had )?)?$"
)  # "grew in 2017, when India joined"
AND = re.compile(r"^ ?\)?,? (?:and|but|while) ")
THERE = re.compile(
    r"\b(?:there|(?:at|during|in the course of) (?:the|that|this|its) (?:summit|meeting|session|gathering)|"
    r"(?:on|in) (?:the same|this|that) (?:occasion|package))\b(?! (?:is|are|was|were|had|has|will)\b)"
)
FAR = re.compile(
    r"[;Ⓣ]|(?<!by )(?<!by all )(?<!by the )Ⓢ|years? (?:after|before)|, (?:and|but|while|which|who|where|when) |"
    r" and (?:is|are|was|were|has|have|had|will|would|can|cannot|could|may|plans?|hopes?|expects?) |"
    r"\bsince (?:Ⓘ|Ⓞ|its) |\b(?:found|establish|"
    r"creat|join|"
    r"bec[ao]m|since then)|\b(?:after|before|until|ahead of) (?!$)|\bfollowing the |, an? (?:request|step|move|application|bid)\b"
)
OF_NEXT = re.compile(
    r" ?(?:Ⓞ )?[,;](?: (?:and|then|but|while))*,? (?:in|on) Ⓓ,? (?:the )?Ⓟ"
    r"(?: and (?:in|on) Ⓓ|[.,;]|$)"
)  # ", in Ⓓ Ⓟ and in Ⓓ Ⓟ"
TO_BOTH = re.compile(r"^, and (?:also )?(?:to|by|for) (?:the )?Ⓟ,?")  # "to Sri Lanka, and to Belarus, was taken in"
OF_WORDS = re.compile(r"Ⓓ(?: that |(?: Ⓢ)? ?[:–-])")  # the day of what is said, not of what is hoped for
AT_HEAD = re.compile(r" ?(?:[:|]|[–-]{1,2} )")
ON_DAY = re.compile(r" (?:[a-zⓄⒸⓆ]+ ){1,4}?(?:in Ⓒ ?)?,? ?(?:on|held on) (?P<d>Ⓓ)")
