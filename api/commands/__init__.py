"""The commands of `precedent`, a few to a file; each opens the archive, runs one verb and says what happened."""
