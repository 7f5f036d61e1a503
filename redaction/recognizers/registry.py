"""Every standing recogniser, in one explicit list; nothing runs that isn't named here."""

from redaction.presidio_engine import Recognizer
from redaction.recognizers.addresses import Addresses, Streets
from redaction.recognizers.ages import Ages
from redaction.recognizers.ages_in_passing import AgesInPassing
from redaction.recognizers.answers import Answers
from redaction.recognizers.births import Births
from redaction.recognizers.calendar_names import CalendarNames
from redaction.recognizers.columns import Columns
from redaction.recognizers.corners import Corners
from redaction.recognizers.counts import Audiences, CountAnswers, Counts, Quantities
from redaction.recognizers.dates import Dates
from redaction.recognizers.dates_in_passing import DatesInPassing
from redaction.recognizers.district_letters import DistrictLetters
from redaction.recognizers.districts import DistrictForms, DistrictNames
from redaction.recognizers.emails import Emails
from redaction.recognizers.first_names import FirstNames
from redaction.recognizers.greetings import Greetings
from redaction.recognizers.handles import Handles
from redaction.recognizers.headers import Headers, Prefixes
from redaction.recognizers.held_ids import HeldIds
from redaction.recognizers.identifiers import Identifiers
from redaction.recognizers.initials import Initials
from redaction.recognizers.local_media import LocalMedia
from redaction.recognizers.local_names import LocalForms, LocalOrganizations
from redaction.recognizers.money import Money
from redaction.recognizers.name_cues import NameCues
from redaction.recognizers.name_words import NameWords
from redaction.recognizers.names import NameFinder, Names
from redaction.recognizers.networks import Networks
from redaction.recognizers.numbered import Numbered, NumberedAgain
from redaction.recognizers.other_scripts import OtherScripts
from redaction.recognizers.phones import Phones
from redaction.recognizers.places import Places
from redaction.recognizers.school_letters import SchoolLetters
from redaction.recognizers.schools import SchoolForms, SchoolNames, ShortSchools
from redaction.recognizers.short_codes import ShortCodes
from redaction.recognizers.spaced_out import SpacedOut
from redaction.recognizers.spanish_numbers import SpanishNumbers
from redaction.recognizers.spoken_ids import SpokenIds
from redaction.recognizers.tallies import Tallies
from redaction.recognizers.unknown_words import UnknownWords
from redaction.recognizers.urls import Urls
from redaction.recognizers.vehicles import Plates, PlatesBesideCars, Rides


def standing_recognizers(model: NameFinder | None) -> list[Recognizer]:
    """The recognisers of every text; without the name model only where a test says so."""
    trained: list[Recognizer] = [Names(model)] if model else []
    return [
        *trained,
        Emails(),
        Urls(),
        Phones(),
        Handles(),
        Networks(),
        HeldIds(),
        Identifiers(),
        Plates(),
        PlatesBesideCars(),
        Rides(),
        SpokenIds(),
        Numbered(),
        ShortCodes(),
        NumberedAgain(),
        Columns(),
        Money(),
        Dates(),
        DatesInPassing(),
        Births(),
        Ages(),
        AgesInPassing(),
        Counts(),
        Quantities(),
        Audiences(),
        CountAnswers(),
        Tallies(),
        SpanishNumbers(),
        Addresses(),
        Streets(),
        Corners(),
        Places(),
        SchoolNames(),
        SchoolForms(),
        ShortSchools(),
        DistrictNames(),
        DistrictForms(),
        DistrictLetters(),
        SchoolLetters(),
        LocalOrganizations(),
        LocalForms(),
        LocalMedia(),
        Headers(),
        Prefixes(),
        Greetings(),
        NameCues(),
        NameWords(),
        CalendarNames(),
        Answers(),
        Initials(),
        FirstNames(),
        SpacedOut(),
        UnknownWords(),
        OtherScripts(),
    ]
