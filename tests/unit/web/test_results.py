"""Filters from a form, facets with counts, excerpts around what matched."""

from api.workflow.search import Precedent
from corpus.model.search import Band, FacetName, Filters, Hit, PassageRole, Reason, Segment
from tests.factories import NOON, a_case
from web.forms import Form
from web.results import chips, excerpt, facets, filters_of, result_of


def test_ticks_are_grouped_by_facet_and_a_chip_takes_one_out() -> None:
    form = Form({"filter": ["level:high", "level:middle", "topic:2"], "drop": ["level:high"]})
    chosen = filters_of(form).chosen
    assert chosen == {FacetName.LEVEL: frozenset({"middle"}), FacetName.TOPIC: frozenset({"2"})}


def test_broaden_drops_every_filter() -> None:
    assert filters_of(Form({"filter": ["level:high"], "broaden": ["1"]})).chosen == {}


def test_a_facet_that_nobody_knows_is_left_aside() -> None:
    assert filters_of(Form({"filter": ["colour:red", "level:", "nonsense"]})).chosen == {}


def test_sub_topics_show_only_under_a_chosen_topic() -> None:
    counts = {FacetName.TOPIC: {"2": 9, "2.1": 5, "10": 7, "10.1": 7}}
    folded = facets(counts, Filters())[0].choices
    unfolded = facets(counts, Filters(chosen={FacetName.TOPIC: frozenset({"2"})}))[0].choices
    assert [choice.key for choice in folded] == ["topic:2", "topic:10"]
    assert [choice.key for choice in unfolded] == ["topic:2", "topic:2.1", "topic:10"]


def test_a_chosen_value_stays_to_be_unticked_when_nothing_is_left_of_it() -> None:
    shown = facets({}, Filters(chosen={FacetName.LEVEL: frozenset({"high"})}))
    assert [(choice.key, choice.count, choice.chosen) for choice in shown[0].choices] == [("level:high", 0, True)]
    assert [chip.key for chip in chips(Filters(chosen={FacetName.LEVEL: frozenset({"high"})}))] == ["level:high"]


def test_a_short_passage_is_shown_whole() -> None:
    passage = (Segment("The "), Segment("mirror", marked=True), Segment(" broke."))
    assert excerpt(passage, 40) == passage


def test_a_long_passage_is_cut_between_words_around_its_mark() -> None:
    passage = (Segment("before " * 40), Segment("mirror", marked=True), Segment(" after" * 40))
    cut = excerpt(passage, 80)
    text = "".join(segment.text for segment in cut)
    assert [segment.text for segment in cut if segment.marked] == ["mirror"]
    assert text.startswith("... before")
    assert text.endswith("after ...")
    assert len(text) <= 80 + len("... ") + len(" ...")


def test_reasons_are_said_once_and_the_topic_on_the_card_not_again() -> None:
    said = ("Viral dares and vandalism", "TikTok", "tiktok", "bathroom")
    hit = Hit(1, Band.CLOSE, 0.9, PassageRole.TITLE, (), tuple(Reason("phrase", text) for text in said))
    assert result_of(Precedent(hit, a_case()), NOON.date()).reasons == ("TikTok", "bathroom")


def test_a_title_that_matched_carries_its_marks() -> None:
    case = a_case(title="Mirror broken on a dare")
    passage = (Segment("Mirror", marked=True), Segment(" broken on a dare"))
    assert result_of(Precedent(Hit(1, Band.CLOSE, 0.9, PassageRole.TITLE, passage), case), NOON.date()).title == passage
    other = Hit(1, Band.CLOSE, 0.9, PassageRole.ACTION, passage)
    assert result_of(Precedent(other, case), NOON.date()).title == (Segment(case.title),)
