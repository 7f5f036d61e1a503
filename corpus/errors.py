"""The archive's error family: one child per reason, no HTTP status, no text of a discussion.

    ArchiveError
    ├── BadInput             the caller can mend it
    │   ├── UnreadableExport
    │   ├── HostileExport
    │   ├── InvalidCase
    │   ├── InvalidQuery
    │   ├── ConsentMissing
    │   └── InvalidSetting
    ├── NotFound
    │   ├── CaseNotFound
    │   ├── SubmissionNotFound
    │   ├── ReceiptNotFound
    │   ├── FollowUpNotFound
    │   ├── SavedSearchNotFound
    │   ├── WantedCaseNotFound
    │   ├── UseNotFound
    │   ├── PlaylistNotFound
    │   ├── AccountNotFound
    │   ├── CircleNotFound
    │   └── InvitationNotFound
    ├── NotAllowed
    │   ├── AccessDenied
    │   └── MoveNotAllowed
    ├── Conflict
    │   ├── ClaimedByAnother
    │   └── DraftChanged
    ├── TooMany              one caller asks more often than the archive allows
    └── Unready              a part of the archive can't answer now; nothing was lost
        ├── RedactionIncomplete
        ├── IndexMismatch
        ├── IndexUnavailable
        ├── DatabaseUnavailable
        ├── KeyUnavailable
        ├── PostUnavailable
        └── ModelMismatch

A message is a sentence fit for the reader and says what to do; it may hold ids and counts only.
"""


class ArchiveError(Exception):
    """Any failure that the archive names itself."""


class BadInput(ArchiveError):
    """What was handed in can't be used as it is; the caller can mend it."""


class UnreadableExport(BadInput):
    """A file that no reader can turn into a Discussion."""


class HostileExport(BadInput):
    """An archive that breaks a cap or tries to leave its folder."""


class InvalidCase(BadInput):
    """A case record with a missing or unknown field; names every problem in `problems`."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__("; ".join(f"{field}: {problem}" for field, problem in problems.items()))
        self.problems = problems


class InvalidQuery(BadInput):
    """A search that can't be run as typed."""


class ConsentMissing(BadInput):
    """A submission without consent; nothing is stored."""


class InvalidSetting(BadInput):
    """A setting with a value that the archive can't start with."""


class NotFound(ArchiveError):
    """What was asked for isn't there, or isn't there for this caller; the two look alike."""


class CaseNotFound(NotFound):
    """No case with that code is visible to this caller."""


class CaseWithdrawn(CaseNotFound):
    """A case that this caller could see and that is gone for good."""


class SubmissionNotFound(NotFound):
    """No submission with that id."""


class ReceiptNotFound(NotFound):
    """No submission belongs to that receipt code."""


class FollowUpNotFound(NotFound):
    """No follow-up with that number."""


class AccountNotFound(NotFound):
    """No account with that number."""


class UseNotFound(NotFound):
    """No use of a case belongs to that reminder code."""


class PlaylistNotFound(NotFound):
    """No playlist or inquiry with that address."""


class SavedSearchNotFound(NotFound):
    """No saved search belongs to that code."""


class WantedCaseNotFound(NotFound):
    """No wanted case with that number."""


class CircleNotFound(NotFound):
    """No circle with that number is this caller's."""


class InvitationNotFound(NotFound):
    """The invitation was used, has run out, or was never given."""


class NotAllowed(ArchiveError):
    """The caller or the state forbids it."""


class AccessDenied(NotAllowed):
    """This caller may not do that."""


class MoveNotAllowed(NotAllowed):
    """The submission or case is in a state that this move does not start from."""


class Conflict(ArchiveError):
    """Someone else changed it first."""


class ArchiveInUse(Conflict):
    """Another process has the archive open, or alone."""


class ClaimedByAnother(Conflict):
    """Another reviewer holds this submission."""


class DraftChanged(Conflict):
    """A draft or case is no longer what this reviewer had before them."""


class TooMany(ArchiveError):
    """This caller has asked too often; later it will work again."""


class Unready(ArchiveError):
    """A part of the archive can't answer now; what was handed in is kept."""


class Overloaded(Unready):
    """Too many searches are under way; in some seconds there will be room."""


class RedactionIncomplete(Unready):
    """A recogniser timed out, raised or was skipped; the text is held, never taken for clean."""


class IndexMismatch(Unready):
    """An index generation does not agree with its manifest."""


class IndexUnavailable(Unready):
    """No index generation can be searched."""


class DatabaseUnavailable(Unready):
    """The database can't be read or brought to the present version."""


class KeyUnavailable(Unready):
    """The master key or a submission's key can't be read."""


class PostUnavailable(Unready):
    """The mail server did not take a letter; it is tried again later."""


class ModelMismatch(Unready):
    """A model file whose hash is not the one that its card names."""
