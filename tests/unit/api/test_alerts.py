"""Alerts: every new case is held against what readers saved; none is lost by a crash, none outlives its case."""

from datetime import timedelta

import pytest

from api.archive import Archive
from api.identity import OPERATOR, VISITOR
from api.workflow import letters
from api.workflow.alerts import match_news
from api.workflow.merge import merge_cases
from api.workflow.saved_searches import Saved, alert_cases, end_search, save_search
from corpus.errors import IndexUnavailable, InvalidCase, PostUnavailable, SavedSearchNotFound
from corpus.model.case import NATIONAL
from corpus.model.search import FacetName, Filters
from tests.conftest import Clock
from tests.factories import a_case

ADDRESS = "dana@riverbend.example"


def file_case(archive: Archive, title: str = "Another dare goes around", audience: str = NATIONAL) -> int:
    with archive.writing(OPERATOR) as call:
        return call.casebook.add(a_case(title=title), audience=audience, at=call.now).number


def codes(archive: Archive, saved: Saved) -> list[int]:
    return [case.number for case in alert_cases(archive, VISITOR, saved.code)]


class FakePost:
    def __init__(self) -> None:
        self.sent: list[tuple[str, str]] = []
        self.ends_at: list[str] = []
        self.broken = False

    def send(self, to: str, subject: str, text: str, ends_at: str = "") -> None:
        if self.broken:
            raise PostUnavailable("broken on purpose")
        self.sent.append((to, text))
        self.ends_at.append(ends_at)


@pytest.fixture
def post(archive: Archive) -> FakePost:
    archive.post = FakePost()
    return archive.post


def test_only_cases_published_after_it_was_saved_are_told(archive: Archive) -> None:
    before = file_case(archive)
    saved = save_search(archive, VISITOR, "dare")
    with archive.writing(OPERATOR) as call:
        call.casebook.revise(a_case(before, title="The same dare revised"), at=call.now)
    assert codes(archive, saved) == []
    new, _unlike = file_case(archive), file_case(archive, "Mold in a wing")
    _circle = file_case(archive, audience="circle:7")
    assert codes(archive, saved) == [new]


def test_a_merged_case_is_told_as_the_one_that_it_lives_on_in(archive: Archive) -> None:
    saved = save_search(archive, VISITOR, "dare")
    gone, stays = file_case(archive), file_case(archive, "Mold in a wing")
    assert codes(archive, saved) == [gone]
    with archive.writing(OPERATOR) as call:
        merge_cases(call, gone, stays)
    assert codes(archive, saved) == [stays]


def test_a_search_without_words_is_told_of_whatever_passes_its_filters(archive: Archive) -> None:
    saved = save_search(archive, VISITOR, "", Filters(chosen={FacetName.TOPIC: frozenset({"2.1"})}))
    new = file_case(archive, "Mold in a wing")
    assert codes(archive, saved) == [new]


def test_a_case_that_is_hidden_withdrawn_or_merged_changes_its_alert_at_once(archive: Archive) -> None:
    saved = save_search(archive, VISITOR, "dare")
    first, second, third = (file_case(archive) for _ in range(3))
    assert codes(archive, saved) == [third, second, first]
    with archive.writing(OPERATOR) as call:
        call.casebook.hide(third, at=call.now)
        call.casebook.withdraw(second, reason="merged", successor=first, at=call.now)
    assert codes(archive, saved) == [first]
    with archive.writing(OPERATOR) as call:
        call.casebook.withdraw(first, reason="withdrawn", at=call.now)
    assert codes(archive, saved) == []


def test_a_case_that_was_hidden_when_alerts_were_asked_is_told_once_it_is_shown(archive: Archive) -> None:
    saved, new = save_search(archive, VISITOR, "dare"), file_case(archive)
    with archive.writing(OPERATOR) as call:
        call.casebook.hide(new, at=call.now)
    assert codes(archive, saved) == []
    with archive.writing(OPERATOR) as call:
        call.casebook.show(new, at=call.now)
    assert codes(archive, saved) == [new]


def test_what_a_crash_or_a_damaged_index_left_undone_is_done_the_next_time(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved, new = save_search(archive, VISITOR, "dare"), file_case(archive)

    def down(*_: object) -> None:
        raise IndexUnavailable("down on purpose")

    with monkeypatch.context() as patch:
        patch.setattr(archive.index, "close_to", down)
        assert match_news(archive) == 0
    with monkeypatch.context() as patch:
        patch.setattr("api.workflow.alerts._note", down)
        with pytest.raises(IndexUnavailable):
            match_news(archive)
    assert match_news(archive) == 1
    assert match_news(archive) == 0
    assert codes(archive, saved) == [new]


def test_an_alert_ends_with_its_saved_search(archive: Archive) -> None:
    saved = save_search(archive, VISITOR, "dare")
    with archive.writing(VISITOR) as call:
        end_search(call, saved.own_code)
    file_case(archive)
    assert match_news(archive) == 0
    with pytest.raises(SavedSearchNotFound):
        alert_cases(archive, VISITOR, saved.code)


def _want(archive: Archive, saved: Saved, address: str = ADDRESS) -> None:
    with archive.writing(VISITOR) as call:
        letters.want_letters(call, saved.own_code, address)


def _letter_code(post: FakePost) -> str:
    return post.sent[0][1].partition("/saved/letters/")[2].split()[0]


def test_letters_go_out_once_and_only_after_their_reader_agreed(archive: Archive, post: FakePost) -> None:
    saved = save_search(archive, VISITOR, "a dare of Jaylen Okafor")
    _want(archive, saved)
    file_case(archive)
    match_news(archive)
    assert letters.send_letters(archive) == 1
    assert letters.send_letters(archive) == 0
    with archive.writing(VISITOR) as call:
        letters.agree(call, _letter_code(post))
    post.broken = True
    assert letters.send_letters(archive) == 0
    post.broken = False
    assert letters.send_letters(archive) == 1
    assert letters.send_letters(archive) == 0
    (to, asks), (_, tells) = post.sent
    assert to == ADDRESS
    assert "CASE" not in asks
    assert "Another dare goes around" in tells
    assert all(page in text for page, (_, text) in zip(post.ends_at, post.sent, strict=True))
    assert post.ends_at[1].endswith(f"/saved/letters/{_letter_code(post)}")
    assert not any("Person 1" in text or "Jaylen" in text for _, text in post.sent)


def test_ending_the_letters_or_the_search_destroys_the_address(archive: Archive, post: FakePost) -> None:
    saved = save_search(archive, VISITOR, "dare")
    _want(archive, saved)
    letters.send_letters(archive)
    with archive.writing(VISITOR) as call:
        letters.agree(call, _letter_code(post))
        letters.end_letters(call, _letter_code(post))
    file_case(archive)
    match_news(archive)
    assert letters.send_letters(archive) == 0
    with pytest.raises(SavedSearchNotFound), archive.reading(VISITOR) as call:
        letters.has_agreed(call, _letter_code(post))


def _agreed(archive: Archive, post: FakePost) -> Saved:
    saved = save_search(archive, VISITOR, "dare")
    _want(archive, saved)
    letters.send_letters(archive)
    with archive.writing(VISITOR) as call:
        letters.agree(call, _letter_code(post))
    return saved


def test_an_empty_address_destroys_the_one_before(archive: Archive, post: FakePost) -> None:
    saved = _agreed(archive, post)
    _want(archive, saved, " ")
    file_case(archive)
    match_news(archive)
    assert letters.send_letters(archive) == 0
    with pytest.raises(SavedSearchNotFound), archive.reading(VISITOR) as call:
        letters.has_agreed(call, _letter_code(post))


def test_another_address_is_asked_before_it_is_told_anything(archive: Archive, post: FakePost) -> None:
    _want(archive, _agreed(archive, post), "marcus@riverbend.example")
    file_case(archive)
    match_news(archive)
    assert letters.send_letters(archive) == 1
    assert post.sent[-1][0] == "marcus@riverbend.example"
    assert "CASE" not in post.sent[-1][1]


def test_a_letter_tells_of_what_no_letter_told_of(archive: Archive, post: FakePost) -> None:
    _agreed(archive, post)
    for title in ("A dare that came first", "A dare that came later"):
        file_case(archive, title)
        match_news(archive)
        assert letters.send_letters(archive) == 1
    assert "came first" in post.sent[1][1]
    assert "came later" in post.sent[2][1]
    assert "came first" not in post.sent[2][1]


def test_an_address_that_nobody_agreed_to_is_destroyed_in_time(archive: Archive, post: FakePost, clock: Clock) -> None:
    saved = save_search(archive, VISITOR, "dare")
    _want(archive, saved)
    letters.send_letters(archive)
    clock.pass_by(timedelta(days=8))
    with archive.writing(OPERATOR) as call:
        assert letters.forget_unanswered(call) == 1
        assert letters.forget_unanswered(call) == 0


@pytest.mark.parametrize("address", ["dana", "a@b", "a@b.example\nBcc: all@x.example", "a b@c.example"])
def test_what_no_letter_can_be_sent_to_is_refused(archive: Archive, address: str) -> None:
    saved = save_search(archive, VISITOR, "dare")
    with pytest.raises(InvalidCase):
        _want(archive, saved, address)


@pytest.mark.usefixtures("on_sqlite")
def test_the_address_and_the_codes_stand_in_no_file_in_the_clear(archive: Archive) -> None:
    saved = save_search(archive, VISITOR, "dare at Riverbend High")
    _want(archive, saved)
    archive.forget_traces()
    stored = b"".join(path.read_bytes() for path in archive.settings.folder.rglob("*") if path.is_file())
    assert b"[Person 1]" in stored
    for hidden in (ADDRESS, saved.code, saved.own_code, "Riverbend"):
        assert hidden.encode() not in stored
