"""The words that headings and rows may hold: a line with any other word is neither."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADING_WORDS = _words(
    "Ⓞ Ⓑ Ⓥ Ⓧ Ⓢ Ⓣ Ⓓ Ⓝ Ⓠ Ⓒ Ⓘ Ⓡ a an and the of in at on for to by with from as till until since per their its all who which "
    "what where when that include includes comprise comprises consist consists there make up belong they are is was were "
    "be been have has had do does did not now today so far this these those following below here list lists table overview "
    "chronological order alphabetical name names no number numbers total summary facts key status statuses rank current "
    "currently present existing acting full complete permanent regular official officially formal annual previous past "
    "recent latest last newest next future upcoming forthcoming planned possible potential prospective expected likely new "
    "newly rotating rotation incumbent former ex country countries state states nation nations party parties republic "
    "republics organisation organization bloc grouping group year years date dates day period term terms time place places "
    "venue venues city cities location locations host hosts hosted hosting accession accessions admission admitted joined "
    "join joining became become entry entered enlargement expansion obtained received granted accepted acceded got given "
    "awarded enjoy hold holding held hope hoping want wanting wish wishing seek seeking approved agreed decision decisions "
    "applied apply application applications applicants applicant applying pending candidates candidate requests requested "
    "request bid bids queue waiting asked submitted memorandum memoranda memorandums mou mous obligations signed signing "
    "signature signatures decided started launched begun initiated procedure process timeline chronology history sought "
    "flag capital population area leader legal basic main major normative adopted founded founding founder founders "
    "foundation established establishment formed formation created creation born chair chairs chaired chairing chairman "
    "chairmen chairmanship chairmanships chairpersonship chairperson presidency presidencies presiding presided summit "
    "summits meeting meetings session sessions sittings council councils head heads government governments leaders "
    "leaders' premiers presidents prime ministers document documents paper papers declarations declaration texts "
    "statements issued outcome outcomes attending attended attendance attendees participants participating participation "
    "took part guests delegations delegates delegation absent absentees represented missing come attend stayed away "
    "no-shows apologies person people s other dignitaries invited "
)
"""Words and slots of headings, labels and heads of columns."""

STATUS_WORDS = _words(
    "e g including such among them total "
    "the of and in on for since from as at joined join joins admitted acceded accession member full also until became year "
    "date republic kingdom state states islamic status granted obtained received level effective yes "
)
CHAIR_WORDS = _words(
    "the of and in on for since from until till to president prime minister chairman chair current currently now year term "
    "online virtual republic country in-person "
)
SUMMIT_WORDS = _words(
    "the of and in on at by via held host hosted city summit meeting session from to jubilee regular annual informal "
    "extraordinary venue format online virtual virtually video link videolink conference videoconference video-conference "
    "teleconference remote remotely hybrid mode form capital "
)
PRESENT_WORDS = _words(
    "the of and by as president prime minister premier foreign external affairs represented leader head state government "
    "king emir deputy vice first chairman delegation led sent guest observer via video link host "
)
FOUNDED_WORDS = _words(
    "in at on years ago by as declaration successor succeeded supersedes superseded founded established to of the group from "
)
