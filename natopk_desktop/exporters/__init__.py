"""From a dossier to a file: one module a format; the registry serves the dialog and the command line."""
