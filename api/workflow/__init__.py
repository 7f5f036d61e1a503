"""The product's verbs. Read them in this order: submit, redact, draft, receipts, review, publish, search, withdraw.

Then what comes later: follow_up and remind, merge, split, recall and history, circles.
"""
