"""The roof: HTML pages over the same verbs as the JSON interface; holds no verb of its own."""
