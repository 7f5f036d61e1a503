"""The command that assistants start: the archive on standard input and output."""

from api.commands.console import opened


def mcp() -> None:
    """Answer an assistant (MCP) on standard input and output, until it closes them."""
    import anyio

    from api.doors.assistants import serve_stdio

    anyio.run(serve_stdio, opened())
