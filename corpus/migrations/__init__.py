"""The database's history. `upgrade` brings any database to the present; each version goes up and down with its rows."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine, inspect, text

if TYPE_CHECKING:
    from alembic.config import Config

_REVISION = re.compile(r'^revision = "(\w+)"', re.MULTILINE)


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Runs what is missing up to `revision`."""
    if revision == "head" and is_current(engine):
        return  # every start of the site comes here: Alembic is not even loaded
    from alembic import command

    with engine.begin() as connection:
        command.upgrade(_config(connection), revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Goes back to `revision` ("base" for an empty database)."""
    from alembic import command

    with engine.begin() as connection:
        command.downgrade(_config(connection), revision)


def is_empty(engine: Engine) -> bool:
    """Whether nothing has ever been written there."""
    return not inspect(engine).get_table_names()


def is_current(engine: Engine) -> bool:
    """Whether the database stands at the newest version: by the names of their files, the last one."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return False
        stands_at = list(connection.scalars(text("SELECT version_num FROM alembic_version")))
    newest = max((Path(__file__).parent / "versions").glob("*.py"), key=lambda path: path.name)
    return stands_at == _REVISION.findall(newest.read_text(encoding="utf-8"))


def versions() -> list[str]:
    """All revisions, oldest first."""
    from alembic.script import ScriptDirectory

    script = ScriptDirectory.from_config(_config(None))
    return [revision.revision for revision in reversed(list(script.walk_revisions()))]


def _config(connection: object) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("file_template", "%%(year)d%%(month).2d%%(day).2d-%%(hour).2d%%(minute).2d_%%(slug)s")
    config.attributes["connection"] = connection
    return config
