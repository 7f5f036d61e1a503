"""Doors for programs that speak for a reader: assistants (MCP), Slack, text messages. All read as a visitor does."""
