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
        },
        ("Subject: a thing", "AP 2: yes", "at 10:42 AM we left"),
    ),
    Prefixes: (
        {"Denise: hi": "Denise", "Big O: a\nBig O: b": "Big O"},
        ("Plan: call home", "AP: yes", "Me: ok", "Resumen: vino la madre\nMensaje: hola", "Asunto: pelea\nMaestra: ok"),
    ),
}
