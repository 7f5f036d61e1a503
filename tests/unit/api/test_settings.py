import os
from pathlib import Path

import pytest

from api.settings import Settings, describe, hand_down, load_settings
from corpus.errors import InvalidSetting


def test_settings_come_from_the_environment_and_default_otherwise() -> None:
    settings = load_settings({"PRECEDENT_PORT": "9001", "PRECEDENT_FOLDER": "/srv/x", "PRECEDENT_STARTER": "0"})
    assert (settings.port, settings.folder, settings.starter) == (9001, Path("/srv/x"), False)
    assert settings.host == Settings().host


def test_an_empty_variable_means_the_default() -> None:
    assert load_settings({"PRECEDENT_PORT": ""}).port == Settings().port


@pytest.mark.parametrize(("variable", "value"), [("PRECEDENT_PORT", "eighty"), ("PRECEDENT_STARTER", "yes")])
def test_a_wrong_value_names_its_variable(variable: str, value: str) -> None:
    with pytest.raises(InvalidSetting, match=variable):
        load_settings({variable: value})


def test_every_setting_says_what_it_does() -> None:
    assert all(variable.startswith("PRECEDENT_") and says for variable, _, says in describe())


def test_the_database_defaults_to_a_file_in_the_folder() -> None:
    assert Settings(folder=Path("/srv/x")).database == "sqlite:////srv/x/precedent.db"
    assert Settings(database_url="postgresql+psycopg://x").database == "postgresql+psycopg://x"


def test_processes_keep_to_one_core_unless_the_operator_said_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.environ", {"OMP_NUM_THREADS": "3"})
    hand_down(2)
    assert load_settings().workers == 2
    assert (os.environ["OMP_NUM_THREADS"], os.environ["OPENBLAS_NUM_THREADS"]) == ("3", "1")


def test_proxies_that_are_trusted_are_named_one_by_one() -> None:
    assert load_settings({}).proxies == ("127.0.0.1", "::1")
    assert load_settings({"PRECEDENT_TRUSTED_PROXIES": ","}).proxies == ()
    assert load_settings({"PRECEDENT_TRUSTED_PROXIES": " 10.0.0.0/8, 2001:db8::1,"}).proxies == (
        "10.0.0.0/8",
        "2001:db8::1",
    )


@pytest.mark.parametrize("named", ["*", "0.0.0.0/0", "::/0", "proxy.example"])
def test_a_word_that_would_trust_everybody_is_refused(named: str) -> None:
    with pytest.raises(InvalidSetting, match="PRECEDENT_TRUSTED_PROXIES takes"):
        _ = load_settings({"PRECEDENT_TRUSTED_PROXIES": named}).proxies
