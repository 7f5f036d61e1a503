"""Tables to messages: columns by heading or by what they hold."""

from datetime import UTC, datetime

import pytest

from corpus.readers.reader import read_export
from corpus.readers.table import read_csv, read_json_lines

MARCH = datetime(2024, 3, 13, 19, 41)  # noqa: DTZ001
TABLES = {
    "csv": 'time,sender,text\n2024-03-13 19:41,Ann,hi\n2024-03-13 19:41,Bo,"a, b\nc"',
    "tsv": 'Date\tFrom\tMessage\n3/13/2024 7:41 PM\tAnn\thi\n3/13/2024 7:41 PM\tBo\t"a, b\nc"',
    "semicolon": 'Timestamp;Author;Content\n13.03.2024 19:41;Ann;hi\n13.03.2024 19:41;Bo;"a, b\nc"',
    "pipe": 'when|who|said\n13 Mar 2024 19:41|Ann|hi\n13 Mar 2024 19:41|Bo|"a, b\nc"',
    "two columns of time": 'Date,Time,Name,Text\n3/13/2024,7:41 PM,Ann,hi\n3/13/2024,7:41 PM,Bo,"a, b\nc"',
    "no headings": '3/13/2024 7:41 PM,Ann,hi\n3/13/2024 7:41 PM,Bo,"a, b\nc"\n3/13/2024 7:41 PM,Ann,and the rest',
    "phone app": 'Chat Session,Message Date,Sender Name,Text\n,2024-03-13 19:41:00,Ann,hi\n,2024-03-13 19:41:00,Bo,"a, b\nc"',
    "json lines": '{"time":"2024-03-13T19:41:00","sender":"Ann","text":"hi"}\n{"time":"2024-03-13T19:41:00","sender":"Bo","text":"a, b\\nc"}',
    "json list": '[{"date":"2024-03-13 19:41","from":"Ann","body":"hi"},{"date":"2024-03-13 19:41","from":"Bo","body":"a, b\\nc"}]',
    "telegram": '{"name":"g","messages":[{"id":1,"type":"message","date":"2024-03-13T19:41:00","from":"Ann","text":"hi"},{"date":"2024-03-13T19:41:00","from":"Bo","text":["a, ",{"type":"bold","text":"b"},"\\nc"]}]}',
    "discord": '{"messages":[{"timestamp":"2024-03-13T19:41:00","author":{"id":"1","name":"Ann"},"content":"hi"},{"timestamp":"2024-03-13T19:41:00","author":{"name":"Bo"},"content":"a, b\\nc"}]}',
}  # fmt: skip


@pytest.mark.parametrize("form", TABLES)
def test_columns_are_told(form: str) -> None:
    found = read_export(TABLES[form].encode())
    assert [(each.sender, each.text, each.sent_at) for each in found.messages][:2] == [
        ("Ann", "hi", MARCH),
        ("Bo", "a, b\nc", MARCH),
    ]


def test_other_columns_stand_below_the_text_and_aliases_with_the_sender() -> None:
    found = read_csv("sender,phone,text,notes,id\nAnn,+15550100142,hi,call back,77\nAnn,,yo,,78\n")
    assert found is not None
    assert [each.text for each in found.messages] == ["hi\nnotes: call back", "yo"]
    assert [(each.name, each.aliases) for each in found.participants] == [("Ann", ("+15550100142",))]


def test_cells_beyond_the_headings_are_kept() -> None:
    found = read_csv("sender,text\nAnn,hi,there\n")
    assert found is not None
    assert found.messages[0].text == "hi\ncolumn 3: there"


@pytest.mark.parametrize("cell", ["1710358860", "1710358860.5", "1710358860000"])
def test_seconds_since_1970_are_times(cell: str) -> None:
    found = read_json_lines(f'{{"ts": "{cell}", "text": "hi"}}')
    assert found is not None
    assert found.messages[0].sent_at is not None
    assert found.messages[0].sent_at.replace(microsecond=0) == datetime(2024, 3, 13, 19, 41, tzinfo=UTC)


def test_a_time_that_is_none_stays_in_the_text() -> None:
    found = read_csv("time,sender,text\nlater,Ann,hi\n")
    assert found is not None
    assert found.messages[0].text == "hi\ntime: later"


@pytest.mark.parametrize(
    "text", ["a,b\nc,d", "hello, there\nmore, words", "one\ntwo", "name,colour\nAnn,red", "a,b,c\nd,e,f", "text\nhello"]
)
def test_other_text_is_no_table(text: str) -> None:
    assert read_csv(text) is None
