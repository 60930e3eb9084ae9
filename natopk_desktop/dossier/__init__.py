"""What a page says: the model of a dossier, its spans, dates, account, search and file form. No Qt here."""
