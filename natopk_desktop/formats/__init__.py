"""Names, escapes and limits of file formats, used by a format's reader and its writer alike."""
