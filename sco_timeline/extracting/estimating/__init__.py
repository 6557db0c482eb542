"""What no rule knows the wording of, estimated: whether a status named beside a party is its own.

The words around a party and a status each weigh for or against each answer: "held", "decision", "application negated", "nothing".
How much, was learned from annotated texts (`learning`) and stands in `weights.json`. An answer that is likely enough makes a claim,
unless a rule has spoken of the same, in the sentence or elsewhere in the text.
"""

from sco_timeline.extracting.estimating import statuses
from sco_timeline.extracting.rules.forms import Rule

ESTIMATED = "estimated."  # how the ids of these rules begin
RULES: tuple[Rule, ...] = (statuses.RULE,)
