"""What can go wrong in the lab alone."""

from __future__ import annotations

from imagespeak_core.errors import DocumentDamagedError, ImageSpeakError


class ExperimentDamagedError(DocumentDamagedError):
    """What is stored of the experiment can't be read; its pictures are not touched."""

    code = "experiment_damaged"


class ExperimentGoneError(ImageSpeakError):
    """There is no such experiment, or it was deleted meanwhile."""

    code = "experiment_gone"
