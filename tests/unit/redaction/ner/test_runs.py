from redaction.ner.runs import Labelled, Run, from_offsets, joined, lines_of, offsets, text_of


def test_spans_survive_the_way_into_runs_and_back():
    text = "ask Denise at Riverside now"
    runs = from_offsets(text, [(14, 23, "SCHOOL"), (4, 10, "PERSON")])
    assert text_of(runs) == text
    assert [(span.start, span.end, span.label) for span in offsets(runs)] == [(4, 10, "PERSON"), (14, 23, "SCHOOL")]


def test_of_overlapping_spans_the_first_to_start_stays():
    runs = from_offsets("Dana Whitfield", [(5, 14, "LOCATION"), (0, 14, "PERSON")])
    assert [(run.text, run.label) for run in runs] == [("Dana Whitfield", "PERSON")]


def test_the_same_surface_is_the_same_entity_whatever_its_case():
    runs = from_offsets("Ana. ANA", [(0, 3, "PERSON"), (5, 8, "PERSON")])
    assert runs[0].entity == runs[2].entity


def test_lines_are_cut_within_a_run_and_joined_again():
    runs = (Run("hi\nask "), Run("Ana\nMaria", "PERSON"), Run(" ok"))
    lines = lines_of(runs)
    assert [text_of(line) for line in lines] == ["hi", "ask Ana", "Maria ok"]
    assert text_of(joined(lines)) == text_of(runs)
    assert offsets(joined(lines))[1] == Labelled(11, 16, "PERSON")


def test_an_empty_line_stays_a_line():
    assert [text_of(line) for line in lines_of((Run("a\n\nb"),))] == ["a", "", "b"]
