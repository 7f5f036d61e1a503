"""The cases that the archive opens with and the sample discussions; see README.md beside this file."""
