from redaction.recognizers.columns import Columns
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
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
}
