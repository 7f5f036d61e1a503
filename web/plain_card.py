"""A case as about 600 characters of plain text; drawn by `api.cards`, like every card that leaves."""

from api.cards import LENGTH, plain_card

__all__ = ["LENGTH", "plain_card"]
