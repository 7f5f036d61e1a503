"""The archive's nouns as frozen dataclasses and enums; standard library only."""
