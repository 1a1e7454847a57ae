"""What can go wrong, one class for each thing that a person can do about it.

    ImageSpeakError
    ├── InvalidRequestError          change the request
    │   └── InvalidSessionIdError    take another session
    ├── SettingsError                the owner corrects the settings
    ├── NoImagesError                generate a picture first
    ├── ImageNotFoundError           this picture is gone
    ├── AddressExpiredError          open the session's page again
    ├── ChangedMeanwhileError        read it again, then change that
    ├── DocumentDamagedError         the owner mends or deletes what can't be read
    │   └── BudgetDamagedError       the same; until then nothing that costs money is made
    ├── PictureFileError             the file is no picture that can be used
    │   ├── BrokenPictureError       it can't be decoded
    │   ├── NotOurPictureError       take a PNG that this app made
    │   └── TooLargePictureError     take a smaller file
    ├── GenerationInProgressError    wait for the picture that is being made
    ├── ClaimLostError               let the server that has taken over make it
    ├── SessionFullError             take another session
    ├── RefusedError                 the model's filter said no
    │   ├── PromptRefusedError       rephrase, write in English
    │   ├── PictureRefusedError      try again or rephrase
    │   └── ViewRefusedError         describe the picture without a model's view of it
    ├── ModelBusyError               wait a little
    │   └── ModelQuotaError          the same, or the owner asks for a larger quota
    ├── VisitorShareError            wait a little: it is others' turn
    ├── DayLimitError                wait until tomorrow
    │   ├── PaidCallsLimitError      the same, or go on without
    │   └── BudgetSpentError         the same, or the owner sets a larger budget
    ├── ModelError                   the model failed: try again
    │   ├── ModelTimeoutError        took too long
    │   ├── ModelUnreachableError    no way to the model
    │   │   ├── ModelNotReachedError  the same; nothing is paid
    │   │   └── ModelSilentError     wait until it answers again
    │   ├── ModelRejectedError       use other words, or the owner looks at the model
    │   ├── ModelRetiredError        the owner chooses another model
    │   ├── ModelAccessError         the owner asks for access
    │   └── ModelCredentialsError    the owner renews the AWS credentials
    ├── StorageError                 the store failed
    │   ├── KeyTakenError            another picture has this key
    │   ├── SpoolLostError           make it again
    │   ├── StorageFullError         the owner makes room
    │   ├── StorageAccessError       the owner corrects bucket, folder or rights
    │   ├── StorageUnsuitableError   the owner chooses another place
    │   ├── StorageTimeoutError      took too long
    │   └── StorageUnreachableError  no way to the store
    ├── stores/errors.py             why the store is closed to us
    │   ├── StorageCredentialsError  the owner renews or corrects the credentials
    │   └── StorageMisplacedError    the owner corrects the bucket, or the way to it
    ├── recognisers/errors.py        what is in the way of a first draft
    │   ├── RecogniserError          try again, or type the words
    │   │   └── RecogniserUnreadyError  the owner installs it, or corrects settings or rights
    │   └── RecogniserBusyError      wait a little
    ├── access/errors.py             who is a teacher
    │   ├── NotTeacherError          sign in as a teacher
    │   ├── WrongPinError            type the PIN again
    │   └── TooManyTriesError        wait a little before the next PIN
    │       └── TooManyCodesError    the same before the next code, or open the class's link
    ├── classroom/errors.py          what a class is in the way of
    │   ├── ClassLockedError         ask the teacher for pictures
    │   ├── ClassGoneError           look at the link again, or make the class
    │   ├── ClassNameTakenError      make the class again
    │   ├── ClassChangedError        look at the class as it is now, and try again
    │   └── ClassDamagedError        the owner mends or deletes the class
    ├── lab/errors.py                what happened to an experiment
    │   ├── ExperimentDamagedError   the owner mends or deletes the experiment
    │   └── ExperimentGoneError      begin another experiment
    ├── voices/errors.py             what is in the way of a sentence read aloud
    │   ├── VoiceError               read it aloud oneself
    │   │   └── VoiceUnreadyError    the owner installs the voice, or corrects settings or rights
    │   └── VoiceBusyError           wait a little
    └── speaking/errors.py           what is in the way of speaking
        ├── NotSoundError            take another file, or type the words
        ├── TooLongSoundError        make a shorter recording
        ├── TooLargeSoundError       the same, or a smaller file
        ├── SoundTimeoutError        try again
        ├── SoundUnreadyError        the owner installs what reads recordings
        ├── SoundBusyError           wait a little
        ├── UploadsBusyError         wait a little
        ├── DraftReplacedError       wait for the newer recording's draft
        ├── SpokenGoneError          record or write it again
        ├── TooManyKeptError         delete one of those that are kept
        └── SpokenDamagedError       it can be deleted

The message is a sentence for a person: what happened and what to do next. `code` is a stable
word for programs. Errors of libraries are translated once, in the adapter that calls them.
"""

from __future__ import annotations

from typing import ClassVar


class ImageSpeakError(Exception):
    """Base of all errors that this package raises on purpose."""

    code: ClassVar[str] = "internal_error"


class InvalidRequestError(ImageSpeakError):
    """A `field`, named as in `ImageRequest`, is missing or out of bounds; nothing was sent."""

    code = "invalid_request"

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class InvalidSessionIdError(InvalidRequestError):
    """The session id breaks the rule of `naming.check_session_id`."""

    code = "invalid_session_id"

    def __init__(self, message: str) -> None:
        super().__init__("session_id", message)


class SettingsError(ImageSpeakError):
    """One or more settings are wrong; the message lists all of them, one a line."""

    code = "settings"


class NoImagesError(ImageSpeakError):
    """The session has no pictures yet."""

    code = "no_images"

    def __init__(self, session_id: str) -> None:
        super().__init__(f"No images found for sessionId: {session_id}")
        self.session_id = session_id


class ImageNotFoundError(ImageSpeakError):
    """No picture has this key."""

    code = "image_not_found"

    def __init__(self, image_key: str) -> None:
        super().__init__(f"There is no picture {image_key!r}. It may have been deleted.")
        self.image_key = image_key


class AddressExpiredError(ImageSpeakError):
    """The signed address of a picture is too old, or was not signed by us."""

    code = "address_expired"


class PictureFileError(ImageSpeakError):
    """A picture's file can't be used for what was asked."""

    code = "picture_file"


class BrokenPictureError(PictureFileError):
    """The file can't be decoded, or has more pixels than may be decoded."""

    code = "picture_broken"


class NotOurPictureError(PictureFileError):
    """The file has no settings of this app in it."""

    code = "not_our_picture"


class TooLargePictureError(PictureFileError):
    """The file has more bytes or more pixels than are read."""

    code = "picture_too_large"


class ChangedMeanwhileError(ImageSpeakError):
    """Somebody else changed or deleted the document `name` since it was read; it is untouched."""

    code = "changed_meanwhile"

    def __init__(self, name: str) -> None:
        super().__init__("Somebody else changed this just now. Look at it, then try again.")
        self.name = name


class DocumentDamagedError(ImageSpeakError):
    """What is stored of a class, an experiment or the like can't be read; it was not touched."""

    code = "document_damaged"


class BudgetDamagedError(DocumentDamagedError):
    """What is spent can't be read, so nobody knows whether there is money; nothing was sent."""


class GenerationInProgressError(ImageSpeakError):
    """Another picture is being made for this session."""

    code = "generation_in_progress"


class ClaimLostError(ImageSpeakError):
    """Another server has taken over what this one was about to do: this one was silent too long."""

    code = "claim_lost"

    def __init__(self, name: str) -> None:
        super().__init__("Another server has gone on with this. Please try again in a moment.")
        self.name = name


class SessionFullError(ImageSpeakError):
    """A session has as many pictures of today, or as many bytes, as it may have."""

    code = "session_full"


class RefusedError(ImageSpeakError):
    """The model's filter said no, in its own words the `reason`; nothing was stored."""

    code = "refused"

    def __init__(self, message: str, *, reason: str = "") -> None:
        super().__init__(message)
        self.reason = reason


class PromptRefusedError(RefusedError):
    """The filter refused the text."""

    code = "prompt_refused"


class PictureRefusedError(RefusedError):
    """The filter refused the picture that the model had made."""

    code = "picture_refused"


class ViewRefusedError(RefusedError):
    """The filter refused to let a model tell what it sees in a picture."""

    code = "view_refused"


class RetryLaterError(ImageSpeakError):
    """Waiting helps: `retry_after_s` seconds, None where nobody knows how long."""

    def __init__(self, message: str, *, retry_after_s: int | None = None) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s


class ModelBusyError(RetryLaterError):
    """The model, or this app's own queue, has too much to do."""

    code = "busy"


class ModelQuotaError(ModelBusyError):
    """The account has used up what it may ask of the model for now."""


class VisitorShareError(RetryLaterError):
    """This browser has asked for many pictures in a short time."""

    code = "visitor_share"


class DayLimitError(RetryLaterError):
    """The day's number of pictures is used up; it starts again at midnight UTC."""

    code = "day_limit"


class PaidCallsLimitError(DayLimitError):
    """The day's number of paid calls besides pictures is used up; nothing was sent."""

    code = "paid_calls_limit"


class BudgetSpentError(DayLimitError):
    """What may be spent today, or this month, by all servers together is spent."""

    code = "budget"


class ModelError(ImageSpeakError):
    """The model failed or answered something that is not a picture."""

    code = "model_failed"


class ModelTimeoutError(ModelError):
    """The model took too long. The picture may have been paid for all the same."""

    code = "model_timeout"


class ModelUnreachableError(ModelError):
    """The connection to the model failed or was cut."""

    code = "model_unreachable"


class ModelNotReachedError(ModelUnreachableError):
    """No connection came about: nothing was sent, and nothing is paid."""


class ModelSilentError(ModelUnreachableError):
    """The model did not answer others just now, so it was not asked.

    Attributes:
        retry_after_s: After so many seconds it is asked again.
    """

    code = "model_silent"

    def __init__(self, message: str, *, retry_after_s: int) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s


class ModelRejectedError(ModelError):
    """The model does not take such a request: nothing was made, and nothing is paid."""


class ModelRetiredError(ModelError):
    """The model has reached its end of life or is unknown in this region."""

    code = "model_retired"


class ModelAccessError(ModelError):
    """This account may not use the model, or not yet."""

    code = "model_access"


class ModelCredentialsError(ModelError):
    """AWS credentials are missing, wrong or expired."""

    code = "credentials"


class StorageError(ImageSpeakError):
    """The store failed.

    Attributes:
        picture_kept: A picture was made before; the server stores it later, by itself.
    """

    code = "storage_failed"
    picture_kept = False


class KeyTakenError(StorageError):
    """A picture with this key exists; it was not touched."""

    code = "key_taken"


class SpoolLostError(StorageError):
    """What this computer's disk kept for the store is gone or damaged there; it is untouched."""

    code = "spool_lost"


class StorageFullError(StorageError):
    """No room is left for pictures."""

    code = "storage_full"


class StorageAccessError(StorageError):
    """The store refused us, is not there, or knows no such credentials."""

    code = "storage_access"


class NotABlobError(StorageAccessError):
    """What lies under this name in the store is none of ours, such as a link; it is untouched."""


class StorageUnsuitableError(StorageError):
    """This kind of store can't keep what we promise; nothing may be written there."""

    code = "storage_unsuitable"


class StorageTimeoutError(StorageError):
    """The store took too long."""

    code = "storage_timeout"


class StorageUnreachableError(StorageError):
    """There is no way to the store."""

    code = "storage_unreachable"
