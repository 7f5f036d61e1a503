"""The ground floor: what the archive knows. Imports nothing else of ours."""
