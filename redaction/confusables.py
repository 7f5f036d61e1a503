"""Look-alike characters and the Latin letter that each is mistaken for; after Unicode TS 39, cut to what chats carry.

NFKC already folds full-width, mathematical, circled and superscript letters: they are not listed here.
"""

_PAIRS: tuple[tuple[str, str], ...] = (
    # Cyrillic
    ("абвгеѕіјкмнорстухһԁԛԝьѵӏ", "abbresijkmhopctyxhdqwbvl"),
    ("АВЕЅІЈКМНОРСТУХҮԌԚԜѴӀ", "ABESIJKMHOPCTYXYGQWVI"),
    # Greek
    ("αβεηικνορτυχωγϲϳ", "abenikvoptuxwycj"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ", "ABEZHIKMNOPTYXC"),
    # small capitals and other phonetic letters
    ("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz"),
    ("ɑɡɩıȷɐɔǝɟɥɯɹʇʌʍʎ", "agiijacefhmrtvwy"),
    # Armenian and Cherokee
    ("օոսհցքզյ", "onuhgpqj"),
    ("ᎪᏴᏟᎠᎬᎻᏆᎫᏦᏞᎷᏢᏒᏚᎢᏙᏔᎩᏃ", "ABCDEHIJKLMPRSTVWYZ"),
    # Latin letters with a stroke or hook, which no decomposition takes apart
    ("øđħłŧƀɓɗƒǥɠƙɨɉɲꞑɵƥɽʂƭʉʋƴȥƶæœßþð", "odhltbbdfggkijnnoprstuvyzzaosbd"),
    ("ØĐĦŁŦƁƊƑƓƗƘƝƤƬƲƳƵÆŒÞÐ", "ODHLTBDFGIKNPTVYZAOBD"),
    # punctuation
    ("‘’‛ʼ′＇`´", "''''''''"),
    ("“”„‟″", '"""""'),
    ("‐‑‒–—―−⁃", "--------"),
)

LATIN: dict[int, str] = {
    ord(mark): plain for marks, plains in _PAIRS for mark, plain in zip(marks, plains, strict=True)
}

LEET: dict[str, str] = {
    "0": "o",
    "1": "i",
    "3": "e",
    "4": "a",
    "5": "s",
    "7": "t",
    "8": "b",
    "@": "a",
    "$": "s",
    "!": "i",
    "|": "l",
}
"""Digits and signs typed for letters; only read so where letters stand beside them."""
