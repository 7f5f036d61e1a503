"""The twelve topics and their sub-topics, and the closed vocabularies that facets are chosen from."""

from enum import StrEnum

TOPIC_GROUPS: dict[str, str] = {
    "1": "Threats and building security",
    "2": "Student conduct",
    "3": "Online and data harm",
    "4": "Bias and identity",
    "5": "Health and medical",
    "6": "Loss and mental health",
    "7": "Facilities and environment",
    "8": "Families and governance",
    "9": "Supervision and transport",
    "10": "Staff",
    "11": "Rights and access",
    "12": "Events and programs",
}

TOPICS: dict[str, str] = {
    "1.1": "Hoax call, swatting, bomb threat",
    "1.2": "Threat or rumor online",
    "1.3": "Weapon found or used",
    "1.4": "Lockdown, drill, false alarm",
    "1.5": "Visitor, intruder, wildlife, drone",
    "2.1": "Viral dares and vandalism",
    "2.2": "Fights and filming",
    "2.3": "Pranks and games",
    "2.4": "Phones, dress, hair",
    "2.5": "Cheating, grades, attendance records",
    "3.1": "Cyberbullying, anonymous apps, impersonation",
    "3.2": "Sexting and nude images",
    "3.3": "Deepfakes of image or voice",
    "3.4": "False rumor about the school",
    "3.5": "Cyberattack, breach, hijacked class",
    "4.1": "Hate graffiti",
    "4.2": "Racist posts and chats",
    "4.3": "Racism at games",
    "4.4": "LGBTQ+ students: restrooms, athletics, names",
    "4.5": "Race in lessons",
    "5.1": "Vaping and edibles",
    "5.2": "Overdose",
    "5.3": "Allergy, cardiac, medication",
    "5.4": "Outbreak and food illness",
    "5.5": "Pandemic rules and masks",
    "6.1": "Suicide and postvention",
    "6.2": "Student death and memorials",
    "6.3": "Staff death",
    "6.4": "Self-harm or crisis of one student",
    "6.5": "Community trauma",
    "7.1": "Water",
    "7.2": "Mold and air",
    "7.3": "Gas, carbon monoxide, fire",
    "7.4": "Heat, cold, power",
    "7.5": "Smoke, storm, disaster",
    "8.1": "Parent confrontation and bans",
    "8.2": "Board meetings",
    "8.3": "Book and curriculum challenge",
    "8.4": "Closure and boundaries",
    "8.5": "Money: lunch debt, PTA funds",
    "9.1": "Dismissal and custody",
    "9.2": "Wrong bus, left on bus",
    "9.3": "Bus crash",
    "9.4": "Field trips",
    "9.5": "Missing student, elopement",
    "10.1": "Conduct in class",
    "10.2": "Staff social media",
    "10.3": "Misconduct and mandated reporting",
    "10.4": "Staffing, subs, strike",
    "10.5": "Morale, no-confidence, staff assaulted",
    "11.1": "Special education, restraint, IEP",
    "11.2": "Sexual assault and Title IX",
    "11.3": "Immigration and language",
    "11.4": "Homelessness and poverty",
    "11.5": "Student speech, walkouts, press",
    "12.1": "Hazing",
    "12.2": "Crowd fights",
    "12.3": "Graduation",
    "12.4": "Assembly and pep rally",
    "12.5": "Religion and holidays",
}

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
