"""Values without files: dates at the precision of their source, half-open periods of days, ways of writing."""

from sco_timeline.model.edtf import EdtfDate, parse_day, parse_edtf
from sco_timeline.model.periods import Period, Spell
from sco_timeline.model.writing import fold, fold_text

__all__ = ["EdtfDate", "Period", "Spell", "fold", "fold_text", "parse_day", "parse_edtf"]
