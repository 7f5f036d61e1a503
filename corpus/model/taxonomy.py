"""The closed vocabularies that facets are chosen from; topics are in `topics`."""

from enum import StrEnum

UNKNOWN = "[unknown]"
"""Nobody said. Never confused with REMOVED."""
REMOVED = "[removed]"
"""Somebody said, and it would identify."""


class Level(StrEnum):
    PREK = "preK"
    ELEMENTARY = "elementary"
    MIDDLE = "middle"
    HIGH = "high"
    K8 = "K-8"
    DISTRICT = "district"


class Setting(StrEnum):
    URBAN = "urban"
    SUBURBAN = "suburban"
    SMALL_TOWN = "small town"
    RURAL = "rural"
    UNKNOWN = "[unknown]"
    REMOVED = "[removed]"


class SizeBand(StrEnum):
    """Enrolment, in the bands that promises publish."""

    UNDER_200 = "under 200"
    TO_499 = "200-499"
    TO_999 = "500-999"
    TO_1999 = "1,000-1,999"
    OVER_2000 = "2,000 and over"
    UNKNOWN = "[unknown]"
    REMOVED = "[removed]"


class Division(StrEnum):
    """US census divisions."""

    NEW_ENGLAND = "New England"
    MID_ATLANTIC = "Mid-Atlantic"
    EAST_NORTH_CENTRAL = "East North Central"
    WEST_NORTH_CENTRAL = "West North Central"
    SOUTH_ATLANTIC = "South Atlantic"
    EAST_SOUTH_CENTRAL = "East South Central"
    WEST_SOUTH_CENTRAL = "West South Central"
    MOUNTAIN = "Mountain"
    PACIFIC = "Pacific"
    UNKNOWN = "[unknown]"
    REMOVED = "[removed]"


class Season(StrEnum):
    FALL = "fall"
    WINTER = "winter"
    SPRING = "spring"
    SUMMER = "summer"
    UNKNOWN = "[unknown]"
    REMOVED = "[removed]"


class Sector(StrEnum):
    PUBLIC = "public"
    CHARTER = "charter"
    PRIVATE = "private"
    VIRTUAL = "virtual"
    UNKNOWN = "[unknown]"
    REMOVED = "[removed]"


class Outcome(StrEnum):
    SETTLED = "settled"
    PARTLY = "partly settled"
    ESCALATED = "escalated"
    OPEN = "still open"
    UNKNOWN = "[unknown]"


class OutcomeLater(StrEnum):
    HELD = "held"
    WORSENED = "worsened"
    UNKNOWN = "[unknown]"


class Phase(StrEnum):
    FIRST_HOUR = "first hour"
    SAME_DAY = "same day"
    NEXT_DAY = "next day"
    FIRST_WEEK = "first week"
    LATER = "later"


class Effect(StrEnum):
    """What an action did, as the source says; unknown when it does not."""

    HELPED = "helped"
    NO_EFFECT = "no effect"
    BACKFIRED = "backfired"
    UNKNOWN = "[unknown]"


class Provenance(StrEnum):
    CONTRIBUTED = "contributed"
    PUBLICLY_REPORTED = "publicly reported"
    ILLUSTRATIVE = "illustrative"


class Confidence(StrEnum):
    TRIED_ONCE = "tried once"
    SEVERAL_PEERS = "several peers"
    GUIDANCE = "guidance"


class Audience(StrEnum):
    FAMILIES = "families"
    STAFF = "staff"
    STUDENTS = "students"
    PRESS = "press"


class Channel(StrEnum):
    TIKTOK = "TikTok"
    SNAPCHAT = "Snapchat"
    INSTAGRAM = "Instagram"
    FACEBOOK = "Facebook"
    YOUTUBE = "YouTube"
    X = "X"
    GROUP_CHAT = "group chat"
    ANONYMOUS_APP = "anonymous app"
    VIDEO_CALL = "video call"
    GAME = "game platform"
    EMAIL = "e-mail"
    PHONE = "phone call"
    LETTER = "letter"
    TV = "TV"
    LOCAL_MEDIA = "local media"
    IN_PERSON = "in person"
    OTHER_ONLINE = "other online"


class Involved(StrEnum):
    STUDENTS = "students"
    FAMILIES = "families"
    STAFF = "staff"
    DISTRICT_OFFICE = "district office"
    BOARD = "board"
    POLICE = "police"
    FIRE_EMS = "fire and medical services"
    HEALTH_DEPARTMENT = "health department"
    CHILD_SERVICES = "child services"
    PRESS = "press"
    COUNSEL = "counsel"
    UNION = "union"
    COMMUNITY = "community"
    STATE = "state agency"
    FEDERAL = "federal agency"
    CONTRACTOR = "contractor"


class Hook(StrEnum):
    """The legal rule that bound the leader, in the words leaders use."""

    FERPA = "FERPA"
    TITLE_IX = "Title IX"
    TITLE_VI = "Title VI"
    IDEA_504 = "IDEA / Section 504"
    FIRST_AMENDMENT = "First Amendment"
    FOURTH_AMENDMENT = "search and seizure"
    MANDATED_REPORT = "mandated reporting"
    CUSTODY = "custody"
    CODE_OF_CONDUCT = "student code of conduct"
    DUE_PROCESS = "due process"
    OPEN_MEETINGS = "open meetings and records"
    EMPLOYMENT = "employment and personnel"
    CRIMINAL_LAW = "criminal law"
    HEALTH_CODE = "health and safety code"
    PLYLER = "Plyler"
    MCKINNEY_VENTO = "McKinney-Vento"
    DATA_BREACH = "data breach notice"
    CHILD_IMAGES = "child sexual images"
    RELIGION = "establishment and free exercise"
    OTHER = "other"
