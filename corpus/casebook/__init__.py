"""The published side: cases, their revisions and changes, tombstones. Nothing raw ever comes here."""
