"""One table a recogniser: what it finds, and what only looks like it."""

import pytest

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
from redaction.recognizers.networks import Networks
from redaction.recognizers.numbered import Numbered, NumberedAgain
from redaction.recognizers.other_scripts import OtherScripts
from redaction.recognizers.patterns import Patterns
from redaction.recognizers.phones import Phones
from redaction.recognizers.places import Places
from redaction.recognizers.registry import standing_recognizers
from redaction.recognizers.schools import SchoolForms, SchoolNames, ShortSchools
from redaction.recognizers.short_codes import ShortCodes
from redaction.recognizers.spaced_out import SpacedOut
from redaction.recognizers.spanish_numbers import SpanishNumbers
from redaction.recognizers.spoken_ids import SpokenIds
from redaction.recognizers.tallies import Tallies
from redaction.recognizers.unknown_words import UnknownWords
from redaction.recognizers.urls import Urls
from redaction.recognizers.vehicles import Plates, PlatesBesideCars, Rides

TABLE: dict[type[Recognizer], tuple[dict[str, str], tuple[str, ...]]] = {
    Emails: (
        {
            "write bob@school.local now": "bob@school.local",
            "ann@k12.ca.us": "ann@k12.ca.us",
            "bob at school dot org": "bob at school dot org",
            "bob[at]school[dot]org": "bob[at]school[dot]org",
            "records [at] pine [dot] example": "records [at] pine [dot] example",
            "lata dot prasad at pine dot org": "lata dot prasad at pine dot org",
        },
        ("notes are at pine.org", "meet me @ 3", "look at this. org chart"),
    ),
    Urls: (
        {
            "see https://x.example/a?b=c ok": "https://x.example/a?b=c",
            "form at copperbasin.example/report": "copperbasin.example/report",
            "file IMG_2044.jpg sent": "IMG_2044.jpg",
            "bramwell_rant_FINAL2.m4a": "bramwell_rant_FINAL2.m4a",
        },
        ("done.then we left", "3.5 miles", "e.g. this"),
    ),
    Phones: (
        {
            "cell 555-0142": "555-0142",
            "(559)555-0177": "(559)555-0177",
            "505 555-0199": "505 555-0199",
            "919.555.0175": "919.555.0175",
            "ext is 4417": "ext is 4417",
            "call me at 5550142": "5550142",
        },
        ("from 7:30 to 8:15", "2023-24", "in 2019", "call 1-800-273-8255 or 988", "poison control (800) 222-1222"),
    ),
    Handles: (
        {
            "is it @carver.fights": "@carver.fights",
            "under #FireCastellanos": "#FireCastellanos",
            "ig: jay_2009": "jay_2009",
            "as dj.realprincipal": "dj.realprincipal",
            "user dprice4 changed it": "dprice4",
            "In Infinite Campus dprice4 again": "dprice4",
            "logged as k.tran today": "k.tran",
            "the account, jpage, was": "jpage",
            "Handles: xX_hunterz_Xx, justicefortoast, bigmac.4.": "justicefortoast",
            "snap: tay_tay": "tay_tay",
            "on toastking#4471": "toastking#4471",
        },
        ("#newcomer-team\n", "done.then", "@everyone look", "u.know it", "user error", "first page 2nd", "covid19"),
    ),
    Networks: (
        {
            "from 68.114.27.203, the": "68.114.27.203",
            "mac A4-83-E7-19-CC-02 is": "A4-83-E7-19-CC-02",
            "mac a483.e719.cc02 is": "a483.e719.cc02",
            "on 2001:db8:85a3::8a2e:370 today": "2001:db8:85a3::8a2e:370",
        },
        ("v 1.2.3", "version 10.4.22", "at 8:15:30 we", "12-13-14-15", "999.114.27.203"),
    ),
    HeldIds: (
        {
            "student # 0048213": "0048213",
            "ID 4471902": "4471902",
            "lunch pin, 8814, on": "8814",
            "emp. no. 10577, DOB": "10577",
            "with a receipt 0094-C. no": "0094-C",
            "SASID: 4410 882 07  DOB": "4410 882 07",
            "key #14B. thats": "key #14B",
            "account ending 4471, shows": "4471",
            "the one ending in -0442 is": "0442",
            "Her locker, 212, was": "212",
            "his locker (1140) was": "1140",
            "his locker, number 1187, on": "1187",
            "ticket # is HD 31 774, open": "HD 31 774",
            "testing ticket login was jx-4401-qm, x": "jx-4401-qm",
            "school id card 0-66-20194 turned": "0-66-20194",
            "SR# 88213 is": "88213",
            "badge is EMP#2281, gone": "EMP#2281",
            "key fob 0417 is": "0417",
            "proctor no. 14 left": "no. 14",
            "the PIN she gave to the others was 6093, so": "6093",
            "complaint nos. 25-03 and 25-04. ok": "25-03 and 25-04",
            "ups 1ZE2R4470398110277 is": "1ZE2R4470398110277",
            "camera tag C-0093 is": "C-0093",
            "policy 88120 covers": "88120",
        },
        (
            "Policy 3516 says",
            "policy 5131.911 covers",
            "staff 7:20",
            "DOB 11-02-2010",
            "a student 504 plan",
            "the report 2023-24 is",
            "rule no. 12 is",
            "form 1040 is",
            "form I-200 is",
            "form DS-3053 is",
            "call 1-800-273-8255",
            "lunch 1,200 kids",
            "I said no. Then",
            "visit 3 schools",
            "order 12 pizzas",
            "grade #5 is",
            "IEP: Y 504: N",
        ),
    ),
    Plates: (
        {
            "plate\nPXG 4410\nok": "PXG 4410",
            "plate KTX 4418.": "KTX 4418",
            "license tag 4TB 118 parked": "4TB 118",
            "tag was B44 7LC and": "B44 7LC",
            "his plate is RI 881 204": "RI 881 204",
            "corolla DT 29 114.": "DT 29 114",
            "plate C884 102": "C884 102",
            "partial BKT 4, gone": "BKT 4",
            "plate starts KLM\n": "KLM",
            "tail N448KB is": "N448KB",
        },
        ("tag 4 kids in it", "a price tag of it", "license to drive", "in one line\n9:14"),
    ),
    PlatesBesideCars: (
        {
            "a white civic out front\nKLR 4482": "KLR 4482",
            "grey Tahoe, 7XKR221 i think": "7XKR221",
            "the truck is B44 7LC, gone": "B44 7LC",
        },
        ("KLR 4482", "a ford F-150, no", "car line ran to 3:40 PM", "the truck hit 2 kids", "car 12 AM"),
    ),
    Rides: (
        {
            "Medic 7 came": "Medic 7",
            "unit Adam 6 bus stop": "unit Adam 6",
            "in apt 4b now": "apt 4b",
            "the cta 22 was": "22",
            "CTA 82 bus detour": "82 bus",
            "on vhf channel 68 now": "channel 68",
        },
        ("ambulance 4 min out", "no car\n3/4/25", "12 bus drivers", "channel 9"),
    ),
    SpokenIds: (
        {
            "his is 4 4 7 1 2 0 3 sorry": "4 4 7 1 2 0 3",
            "plate is seven x k r two two one i think": "seven x k r two two one",
            "plate is 7 x kilo 2 2 1": "7 x kilo 2 2 1",
        },
        ("count 1 2 3 4 5 6", "one two three four five", "a b c d e f g", "5 4 3 2 1 go", "one or two of the three"),
    ),
    Identifiers: (
        {
            "case 24-FA-0391": "case 24-FA-0391",
            "cause 24-CV-118": "cause 24-CV-118",
            "docket 604418/2023 is": "604418/2023",
            "see 72JV-24-511 now": "72JV-24-511",
            "file 25-DV-0033 now": "25-DV-0033",
            "on 0771-4418 is": "0771-4418",
            "on 9440-20251-00318 is": "9440-20251-00318",
            "filed 2024-CR-0091 today": "2024-CR-0091",
            "has it, RCSO 25-3312.": "RCSO 25-3312",
            "LCSO 24-10-0771": "LCSO 24-10-0771",
            "see 2024-0331 now": "2024-0331",
            "ticket ABC-1234 open": "ABC-1234",
            "Lab sheet MS-W-23-11804:": "MS-W-23-11804",
            "no. T-0920-1 in": "T-0920-1",
            "isolated SVSU-DC02.": "SVSU-DC02",
            "door code is 4471": "4471",
            "at your number 12, Andre": "number 12",
            "jersey 14 pushed": "14",
            "was jx-4401-qm, ok": "jx-4401-qm",
            "serial 5cd2147kqx is": "5cd2147kqx",
            "123-45-6789": "123-45-6789",
            "ref #118823 ok": "#118823",
            "it is 700418 then": "700418",
            "kid 4AB12 left": "4AB12",
            "on A 088 441 902 is": "A 088 441 902",
            "cover 3-204 today": "3-204",
            "changed:\n10447 Haddad L C": "10447",
            "your rep (AFT local 4981, call": "4981",
            "its number 24 dash 3319 and": "24 dash 3319",
            "prop 2044 passed": "2044",
            "policy 703 says": "policy 703",
            "by HB 1775 we": "HB 1775",
        },
        (
            "section 504",
            "covid-19",
            "HOME to 741741.",
            "a white F-250, no",
            "I said no.\n3. Go",
            "PL 94-142 training",
            "board policy 5131.2 says",
            "Form I-200 is",
            "form DS-3053 is",
            "in 2023-2024 we",
            "at 745am we",
            "covid19 and mp3",
            "about 300-800 kids",
            "in the 1980s",
            "a 1080p screen",
            "3-100 of",
        ),
    ),
    Numbered: (
        {
            "Bus 42 was late": "Bus 42",
            "room 118 full": "room 118",
            "sub in 214.": "214",
            "Rooms 12 to 19": "Rooms 12 to 19",
            "bus 3, 12 and 40 empty": "bus 3, 12 and 40",
            "buses 3 12 and 40 empty": "buses 3 12 and 40",
            "rooms E4, E5 and E9.": "rooms E4, E5 and E9",
            "on floor, Room K-2, x": "Room K-2",
            "left door 6 open": "door 6",
            "row 4, seat 88.": "seat 88",
            "from closet 3, who": "closet 3",
            "cabinet #3, and": "cabinet #3",
            "so portable seven over": "portable seven",
            "the 42 bus was": "42",
            "move P-2 and P-4 inside": "P-2 and P-4",
            "he drives 31. he": "31",
            "bus forty two is": "bus forty two",
            "busses 9 and 11 boarded": "busses 9 and 11",
            "Route 14-B comes": "Route 14-B",
            "the printer in B109 at": "B109",
            "ruta 12 no vino": "ruta 12",
            "salón 4 cerrado": "salón 4",
        },
        (
            "camera ten feet off",
            "a classroom oh well",
            "in 300 days",
            "room for 20 kids",
            "the bus was late",
            "bus 20 minutes late",
            "one of them",
            "room one of three",
            "grades K-2",
        ),
    ),
    NumberedAgain: (
        {
            "bus 31 came\nFaith said it said 31.": "31",
            "rooms E4 and E5\nmoving E5 today": "E5",
            "bus 7 left\n7 pulled in": "7",
            "sub in rm 22\n22 again!!": "22",
        },
        ("we rode 31.", "bus 12 and the boy is 12", "bus 31\n31 kids", "room 9\nat 9 we"),
    ),
    Columns: (
        {
            "last,first,grade,sid,room\nShin,Donghyun,7,300977,B-12": "300977",
            "name\tsid\troom\nShin\t300977\tB-12": "B-12",
            "last,first,sid\nShin,Donghyun,3009": "Donghyun",
            "NAME\tGR\tBUS\nVang, Kou\tK\t31": "31",
            "last,pin,owes\nAbles,40118,61.75": "61.75",
            "SEAT  NAME  GR\n2A   XIONG, PA   5": "2A",
        },
        ("we need food, a room, a plan\nok, 12, 4", "a,b,c\n1,2,3", "last,first,sid\nwe left at 12"),
    ),
    Money: (
        {
            "cost $4,350.20 total": "$4,350.20",
            "9 bucks": "9 bucks",
            "$5k": "$5k",
            "settled for 850k and": "850k",
            "two hundred and forty dollars gone": "two hundred and forty dollars",
            "about five thousand in damage": "five thousand",
            "we are short 3,208.50, ad": "3,208.50",
            "she owes lunch 61.75 now": "61.75",
            "the quote is 7300. so": "7300",
            "asked for USD 1.4 million in": "USD 1.4 million",
            "per diem went from 115 to 135 and": "115 to 135",
            "a gift of \u20ac40 each": "\u20ac40",
            "sent 25 hundred, a": "25 hundred",
            "the quote was for forty one thousand two hundred and the": "forty one thousand two hundred",
        },
        (
            "a dollar",
            "5 km",
            "a 401k talk",
            "a 5k run",
            "14k followers",
            "a GPA of 3.25",
            "paid 2 subs",
            "two cents from me",
        ),
    ),
    Dates: (
        {
            "on March 14, 2023": "March 14, 2023",
            "on 3/14": "3/14",
            "2023-03-14": "2023-03-14",
            "Tuesday the 14th": "Tuesday the 14th",
            "14 March 2023": "14 March 2023",
            "on November 14: five": "November 14",
            "Date: Mon, 04/22/2024 6:03": "Mon, 04/22/2024",
            "Date: Thurs 8/29/24 5:40": "Thurs 8/29/24",
            "on january ninth and": "january ninth",
            "the ninth of january": "the ninth of january",
            "February 6 to 8.": "February 6 to 8",
            "See you the 14th.": "14th",
            "night of the 7th, we": "7th",
            "3/4. Referral came": "3/4",
            "1/3 | vape | ISS": "1/3",
            "absent 9/6, 9/11": "9/11",
            "3/4-3/6 ISS": "3/4",
            "OSS 1/2 thru 1/4": "1/2",
            "wk of 3/4": "3/4",
            "Review 2-28. In": "2-28",
            "we play sat\n11/8 at": "11/8",
            "from jan 9 to jan 13, ok": "jan 9",
            "was Tu 8/22, nobody": "Tu 8/22",
            "at 2024-03-14T10:22 we": "2024-03-14T10:22",
            "Wed., the 8th of May": "Wed., the 8th of May",
            "3d of November": "3d of November",
        },
        (
            "the 4/20 wall",
            "6/7 of you",
            "a July 4th float",
            "the jan 6 hearings",
            "in may 2 yrs ago",
            "in april. 22 fessed",
            "Thursday 4th pd",
            "the Fourth of July",
            "i learned in oct\n2 kids",
            "may second that",
            "lost 10-21",
            "in March",
            "on Tuesday",
            "1/2 day",
            "24/7",
            "may 3 kids come",
            "the 5th grade",
            "the 14th amendment",
        ),
    ),
    DatesInPassing: (
        {
            "on 08-Aug-2023 we": "08-Aug-2023",
            "in 10/2023 he": "10/2023",
            "Thursday the twenty-first is": "Thursday the twenty-first",
            "twentieth of this month": "twentieth of this month",
            "on the 6th of the month a": "6th of the month",
            "by the fifteenth, or": "fifteenth",
            "taken Tuesday 21 outside": "Tuesday 21",
            "Fri. 5-30 not 5-23": "Fri. 5-30 not 5-23",
            "the deadline is 11-14, so": "11-14",
            "out 9-12 to 9-15 then": "9-12 to 9-15",
            "log 12-10-21/12-11-21": "12-10-21",
            "Sent: May 20\nTo": "May 20",
            "class of 2023": "2023",
        },
        (
            "lost 10-21",
            "ages 9-12",
            "Tuesday 10 kids",
            "the first day of the month plan",
            "on the second floor",
            "by juneteenth",
            "in 300/2023",
            "the class of it",
        ),
    ),
    Births: (
        {
            "born 3/4/2010": "3/4/2010",
            "d/o/b 9-1-08, missed": "9-1-08",
            "Y.O.B. 2015": "2015",
            "(Odom, b. 1961)": "1961",
            "DOB:20121109 pasted": "DOB:20121109",
            "bday is 5/5/2010 bc": "5/5/2010",
            "3/4/2010 (DOB)": "3/4/2010",
        },
        ("a birthday gift for", "grade b. 20 left", "born to run"),
    ),
    AgesInPassing: (
        {
            "theyre 12 and 13, not": "12 and 13",
            "he'll be 18 in": "18",
            "hes 14 n dumb": "14",
            "kid told them he is 8 1/2, they": "8 1/2",
            "is she 8? She": "8",
            "he must be ninety\n": "ninety",
            "I am 61 and": "61",
            "the girl in the video is 11 and": "11",
            "my own kid is sixteen so": "sixteen",
            "her little brother, 3, was": "3",
            "4 1/2, oldest 18, one": "18",
            "dads 29, kid": "29",
            "mom had him at 16 and": "16",
            "the 14s and the 17s should": "14s",
            "15y female": "15y",
            "12 going on 13 and": "12 going on 13",
            "almost 15 and a half, so": "15 and a half",
            "from 15½, so": "15½",
            "Mia T. (13) comes": "13",
            "Kekoa (6, green": "6",
            "\nRowland, Boaz - 11 yrs\n": "11 yrs",
            "Age: 8 yr 11 mo": "8 yr 11 mo",
            "a 15 yr, male, ok": "15 yr",
            "the sub was 71, fell": "71",
            "papers say 15, please": "15",
            "oldest in the grade at fifteen and a half, x": "fifteen and a half",
            "he said 10 and a half, so": "10 and a half",
            "gael cumple 18 el": "18",
        },
        (
            "they are 12 of them",
            "R.T. (10)",
            "she is 5 minutes out",
            "he is 3 for 4",
            "the student, 4 boys and",
            "the 80s and",
            "they were 20 miles off",
            "who is 10th",
            "8 1/2 x 11",
            "the driver is 20 min late",
            "we looked at 30 of it",
        ),
    ),
    Ages: (
        {
            "he is 14 years old": "14 years old",
            "age 9": "9",
            "a 14-year-old": "14-year-old",
            "Jayden is 14 and he": "14",
            "Verlin, who is 67 and has": "67",
            "so hes nine. do": "nine",
            "her son is five": "five",
            "she is what, 7? don't": "7",
            "HE'S FIVE, HE": "FIVE",
            "Widelene, seven, second grade": "seven",
            "a man, 34, was": "34",
            "Lucas (gr 11, 17) not": "17",
            "(I know), 15, reported": "15",
            "Jaxon (8) says": "8",
            "a brother of 11.": "11",
            "until I was twelve, in": "twelve",
            "my boy gage is 12 he": "12",
            "Hattie is 60 something with": "60 something",
            "Yes, Hunter. 17, good kid": "17",
            "tiene 9 años": "9 años",
            "how old\n\nNat\n9. turns": "9",
        },
        (
            "R.T. (10)",
            "a birthday gift for",
            "he's five minutes out",
            "she is one of",
            "on day 3, 12 kids",
            "5 years ago",
            "page 9",
            "14 kids",
        ),
    ),
    Counts: (
        {
            "then twenty three, 9 45 9th graders": "45",
            "one one one one 14 kids": "14",
            "303 suspended": "303",
            "1,204 students": "1,204",
            "enrollment of 312": "312",
            "7 boys did": "7",
            "about 200 kids": "200",
            "eleven 6th graders": "eleven",
            "voted 31 to 9 against": "31 to 9",
            "we lost 3-1 again": "3-1",
            "38 out today": "38",
            "calling all 11\n": "11",
            "Kofi was one of four.": "four",
            "Suspended: 5. Warned: 7.": "7",
            "Students sent home: forty": "forty",
            "in a 6-1 vote": "6-1",
            "upheld 4-3": "4-3",
            "4 ayes, one nay": "4",
            "head of 37 so far": "37",
            "should be 39. missing": "39",
            "it got 7 hands": "7",
            "all 23 walk. no cords": "23",
            "the count was three hundred and five": "three hundred and five",
            "seventeen of sixty-two essays": "seventeen",
        },
        (
            "2 kids",
            "two boys",
            "5th graders",
            "504 kids",
            "grade 5 students",
            "in 2019 graduates",
            "out at 3:40 today",
            "0805 parents called",
        ),
    ),
    Quantities: (
        {"showed 61 changes": "61", "forty-four lawns": "forty-four", "viewed over 4,000 times": "4,000"},
        ("4 letters", "40 chairs", "45 minutes", "12 months", "shared 4 times"),
    ),
    Audiences: (
        {"got 3.1k followers": "3.1k", "the 21-member class": "21", "enrolled 1,926, down": "1,926"},
        ("a 5k run", "1,250 sq ft", "a 2-person job", "about 40,000 views"),
    ),
    CalendarNames: (
        {
            "Coach Monday saw it": "Monday",
            "a girl named march did": "march",
            "Tuesday's mom is here": "Tuesday",
            "From: March\nTo: all": "March",
            "[8:02 AM] Tuesday: copy": "Tuesday",
        },
        ("tell the nurse Monday. ok", "Monday's meeting", "Monday: gym", "From: March 3", "they called Monday"),
    ),
    SpanishNumbers: (
        {
            "mi hija de once años": "once años",
            "Treinta y cuatro ninos aqui": "Treinta y cuatro",
            "5 familias": "5",
            "el veinte de enero": "el veinte de enero",
            "12/ene/2024": "12/ene/2024",
            "15 de sept fue": "15 de sept",
        },
        ("hace once años", "dos niños", "la escuela primaria", "12 dec 2020"),
    ),
    Tallies: (
        {
            "I suspended 9 for it": "9",
            "4 of ours and 3 from town": "3",
            "a school of 212 so": "212",
            "theres fourteen in the room": "fourteen",
            "ER took 4, we": "4",
            "wrote up 8, my": "8",
            "stands at 143, down from 171.": "171",
            "9 of my 11 signed": "9",
            "the 9 are not": "9",
            "so.\nTwelve are from here": "Twelve",
            "Vern: 37\nok": "37",
            "Sent. 31 unaccounted now": "31",
            "the count was 507, ok": "507",
            "we had nine out. nine, i": "nine",
            "we had 17 carts in": "17",
            "it was 212 little ones": "212",
            "in line. 118 out": "118",
        },
        (
            "we had 5 minutes",
            "took 3 tries",
            "at 9 we left",
            "it is 88 today",
            "a 504 and a 911 call",
            "1. go home\n12. call",
            "in 2019 we",
            "like 9.",
            "we had 4 quarters",
            "Five Guys has fries",
            "ate at The Final Four",
            "101 Dalmatians is",
            "grade 7 and 8 are",
            "0915 lockdown",
            "gets 10 days",
            "had 3 strikes",
        ),
    ),
    CountAnswers: (
        {"how many today\n97. have 96": "97", "A: how many at x\nB: 73": "73"},
        ("how many\n5:30 is late", "how many\n2", "when\n97."),
    ),
    Addresses: (
        {
            "at 400 N. Sawmill Rd now": "400 N. Sawmill Rd",
            "at 500 Civic Row, ok": "500 Civic Row",
            "2207 Calle Fresno #6": "2207 Calle Fresno #6",
            "po box 426": "po box 426",
        },
        ("2 kids in the way", "a 3 minute drive", "5 of our drive"),
    ),
    Streets: (
        {"on Turkey Foot Rd": "Turkey Foot Rd", "by tamarack dr.": "tamarack dr."},
        ("the main road", "a long drive"),
    ),
    Corners: (
        {
            "at 5th and maple, nobody": "5th and maple",
            "running across spruce\n": "spruce",
            "sycamore & king? at sycamore & king w": "sycamore & king",
            "moved to phoenix.": "phoenix",
        },
        (
            "5th and 6th grade",
            "at lunch and recess",
            "in reading and math",
            "on time and safe",
            "on Friday night",
            "1st night",
        ),
    ),
    Places: ({"moved from Ohio": "Ohio", "in Dry Fork, TX": "Dry Fork, TX"}, ("in state", "OK, IN a minute")),
    SchoolNames: (
        {
            "at Riverside Elementary": "Riverside Elementary",
            "the lincoln hs kids": "lincoln hs",
            "we at cactus wren elem": "cactus wren elem",
            "Booker T. Washington Middle School": "Booker T. Washington Middle School",
        },
        (
            "our middle school",
            "a large high school",
            "the elementary kids",
            "ms okafor",
            "title i elementary",
            "que cerrar la escuela",
            "My SSA Ms. Price",
        ),
    ),
    SchoolForms: (
        {
            "ps 118": "ps 118",
            "LHS lost": "LHS",
            "at riverside we": "riverside",
            "St. Brigid's won": "St. Brigid's",
            "a la Primaria Frida Kahlo ayer": "Primaria Frida Kahlo",
            "the lab sheet for School 33": "School 33",
            "school no. 14 too": "school no. 14",
        },
        (
            "is 14 now",
            "DHS came",
            "EMS came",
            "at home",
            "at lunch",
            "School 2 days in",
            "After School 3:15",
            "school 4 us",
        ),
    ),
    ShortCodes: (
        {
            "I pulled cam 17": "cam 17",
            "whoever was in stall 2": "stall 2",
            "parking space A-88 has": "parking space A-88",
            "the kid tagged C-88": "C-88",
            "the E-wing 3 key": "E-wing 3",
            "both in 7B last year": "7B",
            "the girl from 8-03 says": "8-03",
            "gate code is 8814# now": "8814#",
            "put it under 4471 for now": "4471",
            "last four only, 7XK2, red": "7XK2",
            "the pass says 0639.": "0639",
            "she was on the 12 not": "12",
            "22, 23 and 31 were late": "22, 23 and 31",
            "the moped is L5YACBPA8H1128840": "L5YACBPA8H1128840",
            "unit 4B22": "4B22",
            "is 1100 4276, homeroom": "1100 4276",
            "MRN 00718826": "MRN 00718826",
        },
        (
            "schools under 150",
            "workers comp form C-4",
            "in 3D",
            "a 1A auditor",
            "K-5",
            "COVID-19",
            "MERV-13",
            "on the 12 kids",
            "9AM-12PM",
            "2023-24",
            "2023 2024",
            "at table",
            "stop 2 kids",
            "form DS-3053",
        ),
    ),
    LocalMedia: (
        {
            "the gazette called": "gazette",
            "harlow tribune already ran it": "harlow tribune",
            "a post-dispatch story": "post-dispatch",
            "6abc at the gate": "6abc",
            "69 news truck outside": "69 news",
            "valley news now": "valley news now",
        },
        ("dispatch called me", "read the herald", "good news now", "9 news items", "no daily news"),
    ),
    ShortSchools: ({"we did it at two rivers last yr": "two rivers"}, ("at the river", "at lunch today")),
    DistrictNames: (
        {
            "Three Forks Unified": "Three Forks Unified",
            "Cedar Hollow Public Schools": "Cedar Hollow Public Schools",
            "harlow co schools said": "harlow co schools",
            "from Vernon Twp. Public Schools": "Vernon Twp. Public Schools",
        },
        ("the school district", "our district", "many public schools"),
    ),
    DistrictLetters: (
        {
            "asked central office (APS) twice": "APS",
            "I called CPS law, and here CPS is the district": "CPS",
            "our district APS has a policy": "APS",
            "the PTSD board voted, PTSD is not": "PTSD",
            "the CPS superintendent said": "CPS",
        },
        ("CPS came to the house", "our APS met", "the district (K-12) says", "IEPs is the way", "APS told us"),
    ),
    DistrictForms: (
        {
            "mvusd said": "mvusd",
            "ISD 904": "ISD 904",
            "Kettle Creek R-IV": "Kettle Creek R-IV",
            "at Joint District 394-B, then": "Joint District 394-B",
            "District I-104 board": "District I-104",
            "RSU 96 has": "RSU 96",
        },
        ("usd 5", "GPS on", "call CPS"),
    ),
    LocalOrganizations: (
        {
            "Greater Bethel Church": "Greater Bethel Church",
            "call Redline Transit now": "Redline Transit",
            "harlan pd": "harlan pd",
        },
        ("the church", "breaking news", "our bank"),
    ),
    LocalForms: (
        {"Channel 9 came": "Channel 9", "WPTC called": "WPTC", "home of the Falcons": "Falcons", "tv 11": "tv 11"},
        ("WHEN IS IT", "the news", "a bear walked in"),
    ),
    Headers: (
        {
            "12/03/2024, 07:41 - Dana Whitfield: hi": "Dana Whitfield",
            "[9/14/23, 8:11:42 AM] ~Tere: hi": "Tere",
            "JT\n10:42 AM\nhi": "JT",
            "From: Carla Ruiz <c@x.org>": "Carla Ruiz",
            "[21:48] MK: hi": "MK",
        },
        ("Subject: a thing", "AP 2: yes", "at 10:42 AM we left"),
    ),
    Prefixes: ({"Denise: hi": "Denise", "Big O: a\nBig O: b": "Big O"}, ("Plan: call home", "AP: yes", "Me: ok")),
    Greetings: (
        {"Hi Tom, how": "Tom", "ok\n- Carla": "Carla", "thx, bev": "bev", "hello\n\nhope\n": "hope"},
        ("Hi all, so", "- call home\n- tell staff", "Thanks again"),
    ),
    NameCues: (
        {
            "principal hornick said": "hornick",
            "coach T left": "T",
            "my son jaylen ran": "jaylen",
            "her last name is Petrakis": "Petrakis",
            "mr page came": "page",
            "ask will about": "will",
            "the sisk boys": "sisk",
            "per keisha": "keisha",
        },
        (
            "the principal said so",
            "coach said no",
            "my son was",
            "tell them",
            "ask the nurse",
            "miss class",
            "un senor grito algo",
        ),
    ),
    NameWords: (
        {
            "her husband Mark says": "Mark",
            "camera has chase and will in it": "chase",
            "rich gets no lunch": "rich",
            "hope's locker": "hope",
        },
        ("i hope so", "we will see", "a grant is due", "the bill is due", "no rich kids", "in may we"),
    ),
    Answers: (
        {
            "who did it\ndrew\nok": "drew",
            "[9:14 AM] Al: name?\n[9:15 AM] Bo: price. why": "price",
            "whos on camera\nB: jack n autumn": "autumn",
            "drew did\nno not sandy.": "sandy",
            "Al: who\nBo: oh no not peaches": "peaches",
            "ok\nsandy\nok": "sandy",
        },
        ("who did it\nidk\n", "who is in\nthe nurse", "grace\n", "when\nsoon", "name?\nno idea"),
    ),
    Initials: ({"student M.R. left": "M.R.", "with d.w. id": "d.w."}, ("at 3 p.m. we", "e.g. this", "the U.S. is")),
    FirstNames: ({"keisha ellison came": "keisha ellison"}, ("will may grant hope",)),
    UnknownWords: (
        {"then harjot left": "harjot", "saw tre'von": "tre'von"},
        ("the techer", "bathrooms", "didn't", "texted", "va a darles seguimiento", "la carta traducida"),
    ),
    SpacedOut: (
        {
            "it was D e n i s e": "D e n i s e",
            "by D.e.n.i.s.e": "D.e.n.i.s.e",
            "ask D e n i s e's mom": "D e n i s e",
        },
        ("a b c", "s t o p it", "1 2 3 4", "s t o p's the word"),
    ),
    OtherScripts: ({"call 李老师 now": "李老师"}, ("call José now", "ok 👍")),
}
FOUND = [(kind, text, surface) for kind, (found, _) in TABLE.items() for text, surface in found.items()]
OTHER = [(kind, text) for kind, (_, others) in TABLE.items() for text in others]


@pytest.mark.parametrize(("kind", "text", "surface"), FOUND)
def test_finds(kind: type[Recognizer], text: str, surface: str) -> None:
    assert surface in {text[finding.start : finding.end] for finding in kind().find(text)}


@pytest.mark.parametrize(("kind", "text"), OTHER)
def test_leaves(kind: type[Recognizer], text: str) -> None:
    assert [text[finding.start : finding.end] for finding in kind().find(text)] == []


@pytest.mark.parametrize(
    "kind",
    [
        Identifiers,
        HeldIds,
        Networks,
        Plates,
        Rides,
        SpokenIds,
        Numbered,
        Ages,
        AgesInPassing,
        Births,
        DatesInPassing,
        Money,
        Emails,
        Handles,
    ],
)
def test_every_pattern_stands_in_the_table(kind: type[Patterns]) -> None:
    texts = TABLE[kind][0]
    unmet = [
        pattern.expression for pattern, compiled in kind()._compiled if not any(compiled.search(text) for text in texts)
    ]
    assert unmet == []


def test_every_standing_recogniser_has_a_table() -> None:
    assert {type(recognizer) for recognizer in standing_recognizers(None)} == set(TABLE)
