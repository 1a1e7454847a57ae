"""Where each group goes, in scale and hiding nobody; and what can then be seen."""
