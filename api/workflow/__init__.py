"""The product's verbs. Read them in this order: submit, redact, draft, review, publish, search, withdraw."""
