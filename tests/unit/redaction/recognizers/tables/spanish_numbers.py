from redaction.recognizers.spanish_numbers import SpanishNumbers
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
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
}
