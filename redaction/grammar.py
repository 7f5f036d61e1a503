"""Small closed classes of English words that tell a name from a thing: what only people do, what things follow."""

DOES = frozenset(
    """said says asked told texted emailed called walked ran left went came cried posted threw hit kicked pushed shoved
    designed lost found took saw wants wanted needs knows thinks lives comes goes gets got didnt didn't doesnt doesn't
    cant can't wont won't hasnt hasn't wasnt wasn't swears laughed sat stayed started quit recorded filmed
    punched grabbed
    admitted denied confessed apologized hid brought gave sent made refused yelled screamed fell showed owns
    held presses
    keeps lied stole wrote drove sits cries hates loves likes knew thought tried""".split()
)
IS = frozenset("is was has had does did isnt isn't".split())
AND = frozenset("and n & or vs".split())
DETERMINERS = frozenset(
    """a an the this that my our your his her their no any some every each to of in on for be not new good great big
    its it's more""".split()
)
ENDS = (".", "!", "?", ":", "\n", '"', ")", "]", "-", "\ue000", "\u2014", ">")
"""A word after one of these opens a clause, so that its capital says nothing."""


def acts(word: str) -> bool:
    """True for a verb form that follows a person rather than a thing."""
    return word in DOES or (word.endswith("ed") and len(word) > 4)
