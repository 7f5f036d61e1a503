"""One recogniser a file; `registry.py` lists every one that runs."""
