"""Where `precedent` starts: what holds for every command, before the second that it takes to import them."""

import os
import sys
from pathlib import Path

_NOBODY_ELSE = 0o077
"""Whatever a command or the site writes, backups among it, is its own user's."""
_INTERRUPTED = 130


def main() -> None:
    """Runs the command line; whoever stops it with Ctrl-C reads one line, however early that was."""
    os.umask(_NOBODY_ELSE)
    _open_what_is_closed()
    try:
        from api.command_line import run

        run()
    except KeyboardInterrupt:
        _stop()
    except SystemExit as left:
        if left.code == _INTERRUPTED:
            _stop()
        raise


def _open_what_is_closed() -> None:
    """The next file that is opened would otherwise take the place of a closed stream, and be written into as such."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode))  # noqa: SIM115  # open as long as the process


def _stop() -> None:
    print("Stopped.", file=sys.stderr)
    sys.exit(_INTERRUPTED)


if __name__ == "__main__":
    main()
