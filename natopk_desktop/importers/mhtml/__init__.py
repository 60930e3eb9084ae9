"""A web page saved as a single file (MHTML, RFC 2557) -> a dossier."""
