"""One file for each family of pages: its context dataclasses and its routes, each with the right that it needs."""
