from redaction.recognizers.schools import SchoolForms, SchoolNames, ShortSchools
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
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
    ShortSchools: ({"we did it at two rivers last yr": "two rivers"}, ("at the river", "at lunch today")),
}
