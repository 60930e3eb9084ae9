"""A file -> a dossier: one module a format, and the readers of meaning."""
