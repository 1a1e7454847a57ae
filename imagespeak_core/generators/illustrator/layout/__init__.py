"""Where each group goes, in scale and hiding nobody."""
