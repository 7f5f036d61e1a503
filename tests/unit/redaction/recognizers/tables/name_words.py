from redaction.recognizers.name_words import NameWords
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    NameWords: (
        {
            "her husband Mark says": "Mark",
            "camera has chase and will in it": "chase",
            "rich gets no lunch": "rich",
            "hope's locker": "hope",
            "no sandy in 10th.": "sandy",
            "I said to Jolly": "Jolly",
            "joy is out": "joy",
            "may says no": "may",
            "jack just left": "jack",
            "iris looked": "iris",
            "boy is ty...": "ty",
            "Jack and Mac": "Jack",
            "no. hale wrote it": "hale",
            "drew and mason": "drew",
            "wren n ottilie, both": "wren",
        },
        (
            "i hope so",
            "we will see",
            "a grant is due",
            "the bill is due",
            "no rich kids",
            "in may we",
            "joy and faith in one secretary",
            "dad in May",
            "may is may.",
            "hard rain the teacher",
            "a STAR",
            "Hope, a lot of it",
            "it is sandy in here",
            "Art the subject",
        ),
    ),
}
