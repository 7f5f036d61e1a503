"""The application: the archive's verbs, their JSON face, the command line and the wiring."""
