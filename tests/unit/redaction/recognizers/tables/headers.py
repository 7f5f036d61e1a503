from redaction.recognizers.headers import Headers, Prefixes
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    Headers: (
        {
            "12/03/2024, 07:41 - Dana Whitfield: hi": "Dana Whitfield",
            "[9/14/23, 8:11:42 AM] ~Tere: hi": "Tere",
            "JT\n10:42 AM\nhi": "JT",
            "From: Carla Ruiz <c@x.org>": "Carla Ruiz",
            "[21:48] MK: hi": "MK",
            "To: Owen Marsh, Keila Rosario, Chip Hollander": "Chip Hollander",
            "3/12/24, 3:09 PM - Lorraine P.: ok": "Lorraine P.",
        },
        (
            "Subject: a thing",
            "AP 2: yes",
            "at 10:42 AM we left",
            "12/1/23, 5:05 PM - Principal W: ok",
        ),
    ),
    Prefixes: (
        {
            "Denise: hi": "Denise",
            "Big O: a\nBig O: b": "Big O",
            "Drew N.: who did": "Drew N.",
            "Orr: 212 signed": "Orr",
            "J: parents are here": "J",
        },
        (
            "Plan: call home",
            "AP: yes",
            "Me: ok",
            "Resumen: vino la madre\nMensaje: hola",
            "Asunto: pelea\nMaestra: ok",
            "A: did your grant come thru\nB: half.",
        ),
    ),
}
