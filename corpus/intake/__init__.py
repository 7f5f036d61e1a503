"""The raw side: submissions and their sealed text. Only api.workflow may look in here."""
