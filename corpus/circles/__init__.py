"""Circles: invited groups of leaders, their invitations and members. No name of a person is ever kept here."""
