"""The name model: what finds people, schools, districts, places and local organisations in a text.

Serving needs `name_model.py`, `windows.py`, `features.py`, `model_card.py` and `weights/` only; the rest trains,
exports and measures it and needs torch and the open data of README.md.
"""
