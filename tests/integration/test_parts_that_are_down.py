"""With a redactor or an encoder that can't be loaded the archive opens, reads, finds by words, and parks what comes in."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api import bootstrap
from api.archive import Archive
from api.bootstrap import load_engines, open_archive
from api.identity import OPERATOR
from api.settings import Settings
from corpus.errors import DatabaseUnavailable, KeyUnavailable, ModelMismatch
from corpus.model.case import NATIONAL
from redaction.redactor import SHIPPED_MODEL
from tests.factories import NOON, a_case
from web.app import create_site


def _broken(*_: object, **__: object) -> None:
    raise ModelMismatch("The model file is not the one that its card names.")


@pytest.fixture
def crippled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    monkeypatch.setattr(bootstrap, "build_redactor", _broken)
    monkeypatch.setattr(bootstrap, "build_embedder", _broken)
    settings = Settings(folder=tmp_path, starter=False)
    archive = open_archive(settings, engines=load_engines(settings))
    with archive.writing(OPERATOR) as call:
        call.casebook.add(a_case(), audience=NATIONAL, at=NOON)
    archive.catch_up()
    return archive


@pytest.fixture
def site(crippled: Archive) -> TestClient:
    return TestClient(create_site(crippled), base_url="http://127.0.0.1:8000")


def test_words_find_and_cases_are_read(site: TestClient) -> None:
    found = site.post("/api/v1/search", json={"text": "Jaylen bathroom dare"}).json()
    assert found["without_meaning"]
    assert [precedent["code"] for precedent in found["precedents"]] == ["CASE-0001"]
    assert site.get("/cases/CASE-0001").status_code == 200
    assert site.post("/search", data={"text": "bathroom dare"}).status_code == 200


def test_what_is_handed_in_is_parked_and_nothing_is_lost(site: TestClient, crippled: Archive) -> None:
    answer = site.post("/api/v1/submissions", json={"text": "Dana: We called home.", "audience": NATIONAL})
    assert answer.status_code == 201
    assert answer.json()["state"] == "held"
    with crippled.reading(OPERATOR) as call:
        assert "called home" in call.intake.raw(1).discussion.plain_text


def test_a_preview_says_that_it_can_not_be_shown_now(site: TestClient) -> None:
    answer = site.post("/api/v1/preview", json={"text": "Dana: We called home."})
    assert answer.status_code == 503
    assert answer.headers["retry-after"]


def test_health_tells_which_parts_are_down(site: TestClient) -> None:
    health = site.get("/health")
    assert health.status_code == 200
    told = health.json()
    assert (told["serving"], told["redactor"], told["meaning"], told["keywords"]) == (True, False, False, True)


@pytest.mark.parametrize("failure", [OSError("no space left on device"), RuntimeError("a foreign runtime")])
def test_an_index_that_can_not_be_written_answers_with_what_it_has(
    site: TestClient, crippled: Archive, monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    with crippled.writing(OPERATOR) as call:
        call.casebook.add(a_case(), audience=NATIONAL, at=NOON)

    def fails(*_: object) -> None:
        raise failure

    def found() -> list[str]:
        answer = site.post("/api/v1/search", json={"text": "bathroom dare"})
        assert answer.status_code == 200
        return sorted(precedent["code"] for precedent in answer.json()["precedents"])

    with monkeypatch.context() as broken:
        broken.setattr(crippled.index, "apply", fails)
        assert found() == ["CASE-0001"]
    assert found() == ["CASE-0001", "CASE-0002"]


def test_the_shipped_name_model_reads_unless_another_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(bootstrap, "build_embedder", _broken)
    monkeypatch.setattr(bootstrap, "build_redactor", lambda *, name_model, **_: asked.append(name_model))
    load_engines(Settings())
    load_engines(Settings(name_model=Path("another")))
    assert asked == [SHIPPED_MODEL, Path("another")]


def test_an_archive_whose_key_is_missing_is_not_opened_with_another(site: TestClient, crippled: Archive) -> None:
    site.post("/api/v1/submissions", json={"text": "Dana: We called home.", "audience": NATIONAL})
    settings = crippled.settings
    aside = settings.key_file.rename(settings.folder / "aside.key")
    with pytest.raises(KeyUnavailable, match="Put its copy back"):
        open_archive(settings, engines=load_engines(settings))
    aside.rename(settings.key_file)
    with open_archive(settings, engines=load_engines(settings)).reading(OPERATOR) as call:
        assert "called home" in call.intake.raw(1).discussion.plain_text


def test_a_key_that_opens_nothing_of_what_is_sealed_stands_in_the_log(
    site: TestClient, crippled: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    site.post("/api/v1/submissions", json={"text": "Dana: We called home.", "audience": NATIONAL})
    settings = crippled.settings
    open_archive(settings, engines=load_engines(settings))
    assert "master_key_does_not_fit" not in "".join(capsys.readouterr())
    settings.key_file.write_bytes(bytes(32))
    open_archive(settings, engines=load_engines(settings))
    assert "master_key_does_not_fit" in "".join(capsys.readouterr())


@pytest.mark.parametrize("content", [b"no database at all" * 300, b"SQLite format 3\0" + bytes(4080)])
def test_a_damaged_database_is_said_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    monkeypatch.setattr(bootstrap, "build_redactor", _broken)
    monkeypatch.setattr(bootstrap, "build_embedder", _broken)
    settings = Settings(folder=tmp_path, starter=False)
    (tmp_path / "precedent.db").write_bytes(content)
    with pytest.raises(DatabaseUnavailable, match="precedent restore"):
        open_archive(settings)


@pytest.mark.parametrize("emptied", [True, False], ids=["emptied", "moved away"])
def test_an_empty_database_where_an_archive_was_is_no_new_archive(crippled: Archive, *, emptied: bool) -> None:
    folder = crippled.settings.folder
    for path in folder.glob("precedent.db*"):
        path.unlink()
    if emptied:
        (folder / "precedent.db").touch()
    for _ in range(2):  # refused again: the first refusal leaves nothing that looks like an archive
        with pytest.raises(DatabaseUnavailable, match="has held an archive"):
            open_archive(Settings(folder=folder, starter=False))


def test_a_database_that_takes_nothing_more_says_so_and_searches_go_on(site: TestClient, crippled: Archive) -> None:
    with crippled.writing(OPERATOR) as call:
        call.session.connection().exec_driver_sql("PRAGMA max_page_count = 1")  # never below what there is: full
    answer = site.post("/api/v1/submissions", json={"text": "Dana: We called home. " * 2_000, "audience": NATIONAL})
    assert answer.status_code == 503
    assert answer.headers["retry-after"]
    assert "is not stored; keep it" in answer.json()["says"]
    assert site.post("/api/v1/search", json={"text": "bathroom dare"}).status_code == 200
