"""Keeping what a reader changed: saving dossiers, and asking before anything unsaved goes."""
