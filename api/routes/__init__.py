"""The JSON interface: the same verbs as the pages, each route with the right that it needs."""
