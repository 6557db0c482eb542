"""From a question and its answer to a plain sentence: "Which country joined?" and "Iran" to "Iran joined"."""

from __future__ import annotations

import re

_SCO = r"(?:the )?(?:SCO|organi[sz]ation|bloc|Shanghai Cooperation Organi[sz]ation|group|grouping)"
_VERBS = (
    r"(?P<v>(?:set up|come (?:about|in|on)|appl(?:y|ied)|ask|request|submit|file\b|lodge|seek|begin|start|found|creat|"
    r"establish|form|admit|join|becom|accede|accept|grant|obtain|receiv|take|get|held|host|enter|sign|"
    r"launch|upgrad).*)"
)
_STATES = r"(?:countries|country|states?|nations?|republics?)"
_HOLDERS = r"(?P<w>(?: [a-z]+)? (?:members|member states|observers|observer states|dialogue partners|partners))"


def _of(words: str, make: str) -> tuple[re.Pattern[str], str]:
    return re.compile(words.replace("<SCO>", _SCO).replace("<V>", _VERBS).replace("<STATES>", _STATES), re.IGNORECASE), make


_FORMS = (
    _of(r"(?:(?:in|since) (?:which|what) (?:year|month)|when) (?P<aux>was|were|did) (?P<s>.{2,60}?) <V>", "{s} {aux} {v} in {a}"),
    _of(
        r"since (?:when|(?:which|what) (?:year|month)) (?P<aux>has|have|is|are|was|were) (?P<s>.{2,60}?) "
        r"(?P<v>(?:been |be )?(?:an? |the |in |part |full |members|observers|dialogue|partners).*)",
        "{s} {aux} {v} since {a}",
    ),
    _of(
        r"how many (?P<w>.{3,40}?) (?:does|do|did) (?P<s><SCO>) (?:now |currently )?(?:have|count|comprise|include|"
        r"number)(?P<t>.*)",
        "{s} has {a} {w}{t}",
    ),
    _of(r"how many (?P<w>.{3,40}?) (?:are there|are) in (?P<s><SCO>)(?P<t>.*)", "{s} has {a} {w}{t}"),
    _of(r"how many (?:countries|states|nations) (?P<t>(?:are|belong|make|form|constitute).*)", "{a} states {t}"),
    _of(
        r"(?:where|in (?:which|what) (?:[a-z]+ )?(?:city|country|capital|place)) (?P<aux>was|is|will|did) "
        r"(?P<s>.{3,60}?(?:summit|meeting)(?: (?:(?:of|in) )?\d{4})?) "
        r"(?P<v>(?:be |take |to be )?(?:held|place).*)",
        "{s} {aux} {v} {in}",
    ),
    _of(r"(?:which|what) (?:city|capital) (?P<t>(?:hosted|hosts|will host|held).*)", "{a} {t}"),
    _of(r"what(?:'s| is| was) the status of (?P<s>.{3,40}?) in (?P<t><SCO>)", "{s} is {art} {a} of {t}"),
    _of(r"(?:what|which) status does (?P<s>.{3,40}?) (?:have|hold|enjoy) (?:in|with|at) (?P<t><SCO>)", "{s} is {art} {a} of {t}"),
    _of(
        r"(?:which|what)(?: [a-z]+)? (?:did|have|has) (?P<s>.{3,60}?) (?:approve|adopt|sign|issue)d?(?P<t>(?: (?:at|in|on) "
        r".{3,40})?)",
        "{s} adopted {a}{t}",
    ),
    _of(
        r"(?:which|what)(?: one)? (?:(?:of these |of the following |of the listed |[a-z-]+ )?(?:[a-z]+ )?<STATES>)(?: below| "
        r"listed)? "
        r"(?P<t>(?!does\b|did\b|do\b).*)",
        "{a} {t}",
    ),
    _of(
        r"(?:which|what|who) (?:was|is) the (?:[a-z]+ )?(?:country|state|nation|member)?(?: [a-z]+)? ?to join(?: <SCO>)?",
        "{first} joined the SCO{rest}",
    ),
    _of(r"(?:who|(?:which|what) (?:countries|states)) (?:belongs? to|makes? up|(?:is|are) in) (?:it|<SCO>)", "The SCO comprises {a}"),
    _of(
        r"who (?P<t>(?!(?:was|is) the .*(?:observer|member|partner)[a-z ]* to )(?:chairs|chaired|holds|held|presides|took|"
        r"joined|became|"
        r"was|is|attended|represented|skipped|founded).*)",
        "{a} {t}",
    ),
    _of(rf"who are (?:its|the|the SCO's){_HOLDERS}(?: of <SCO>)?", "The{w} of the SCO are {a}"),
    _of(r"(?:which|what)(?: one)? of (?:these|the following|them) (?P<t>.*)", "{a} {t}"),
    _of(
        r"to (?:which|what) (?:[a-z-]+ )?<STATES> (?P<aux>was|were) (?P<s>.{4,60}?) (?P<v>granted|given)(?P<t>.*)",
        "{s} {aux} {v} to {a}{t}",
    ),
    _of(r"(?P<t>[A-Z].*) (?:in|on|at) ?", "{t} in {a}"),
    _of(r"(?:name|list) the (?:[a-z]+ )?found(?:ers|ing (?:members|states|countries|members states)) of (?P<t><SCO>)", "{a} founded {t}"),
    _of(r"(?:name|list) the (?:[a-z]+ ){0,2}?<STATES> (?:that|which) (?P<t>.*)", "{a} {t}"),
    _of(r"(?:name|list) the (?P<w>.*)", "The {w} are {a}"),
)
_PREDICATE = (
    r"an?|the|in|part of|among|to|be|been|made|still|full|appl\w+|join\w*|bec[ao]m\w*|le(?:ave|ft)|attend\w*|sign\w*|host\w*|"
    r"chair\w*|admit\w*|accept\w*|grant\w*|belong\w*|take|have|hold|seek\w*|want\w*|founded|held|invited|expected|one of|"
    r"observer|member"
)
_YES_NO = re.compile(
    rf"(?P<aux>is|are|was|were|has|have|did|does|will) (?P<s>.{{2,60}}?) "
    rf"(?:(?:ever|already|now|yet|really|also) )?(?P<t>(?:{_PREDICATE})\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_YES = re.compile(
    r"(?:yes|correct|right|indeed|it (?:is|was|has|did|does|will)\b(?! not|n't)|they (?:are|were|have|did|"
    r"do)\b(?! not|n't)|(?:it|they)$)",
    re.IGNORECASE,
)
_NO = re.compile(
    r"(?:no|not|never|it (?:is|was|has|did|does|will)(?: not|n't)|they (?:are|were|have|did|do)(?: not|n't)|"
    r"wrong|false)\b(?! doubt)",
    re.IGNORECASE,
)
_TRUE = re.compile(r"is it true that (?P<t>.*)", re.IGNORECASE)
_WHEN = re.compile(r",? and (?:when|where|in which year)$", re.IGNORECASE)
_OFFERED = re.compile(r"(?: –|:) [^:?]*\d{4}[^:?]* or [^:?]*$")  # "When did it join: 2015, 2017 or 2023?"
_BLANK = re.compile(r"_{2,}|\[\.{3}\]|\.{4,}")
_IN = re.compile(r"(?:in|at|on|from|since|by|online)\b", re.IGNORECASE)
_ITSELF = re.compile(r"^(?:it|the (?:organi[sz]ation|bloc|group|grouping))$")
_PLAINER = (
    (re.compile(r" (?:was|is|has been) the ([a-z0-9]+) (?:country |state )?to (?:become|join as) an? "), r" became the \1 "),
    (re.compile(r" (?:was|is) the ([a-z0-9]+) (?:country |state |one )?to join "), r" joined as the \1 member of "),
    (re.compile(r" did come "), " came "),
    (re.compile(r" presides(?! over)"), " chairs the SCO"),
)


def sentence_of(question: str, answer: str) -> str | None:
    """Return a question and its answer as one plain sentence."""
    asked = _OFFERED.sub("", question.strip().rstrip("?.: "))
    if _BLANK.search(asked):
        return _BLANK.sub(answer, asked, count=1)
    tail = ""
    if _WHEN.search(asked):
        asked = _WHEN.sub("", asked)
        answer, _, tail = answer.partition(",")
    for form, make in _FORMS:
        found = form.fullmatch(asked)
        if found:
            words = {"aux": "", "s": "", "v": "", "t": "", "w": ""} | found.groupdict()
            place = answer if _IN.match(answer) else f"in {answer}"
            words["s"] = _ITSELF.sub("the SCO", words["s"])
            bare = _IN.sub("", answer, count=1).strip() if " in {a}" in make or " since {a}" in make else answer
            article = "an" if answer[:1].lower() in "aeiou" else "a"
            if answer.lower().startswith(("a ", "an ", "the ")):
                article = ""
            made = _plain(
                make.format(
                    **{
                        **words,
                        "a": bare,
                        "first": answer.partition(",")[0],
                        "rest": answer[len(answer.partition(",")[0]) :],
                        "in": place[0].lower() + place[1:],
                        "art": article,
                    }
                )
            )
            return f"{made},{tail}" if tail else made
    return _confirmed(asked, answer)


def _plain(sentence: str) -> str:
    """Return a sentence in the words that the rules for prose know."""
    for long, short in _PLAINER:
        sentence = long.sub(short, sentence)
    return sentence


def _confirmed(asked: str, answer: str) -> str | None:
    """Return a question that can be answered by yes or no as a statement or its contrary."""
    no = _NO.match(answer)
    aux = asked.split(" ", 1)[0].lower()
    if not no and not _YES.match(answer) and not re.search(rf"\b(?:he|she|it|they|we) {aux}\b(?! not|n't)", answer):
        return None
    true = _TRUE.fullmatch(asked)
    if true:
        verb = re.search(r"\b(?:is|are|was|were|has|have)\b", true["t"])
        if not no or not verb:
            return None if no else true["t"]
        return f"{true['t'][: verb.end()]} not{true['t'][verb.end() :]}"
    found = _YES_NO.fullmatch(asked)
    if not found:
        return None
    return f"{found['s'].strip()} {found['aux'].lower()} {'not ' if no else ''}{found['t']}"
