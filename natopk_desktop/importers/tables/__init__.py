"""Tables of text and workbooks: which column holds what, and a row an entry."""
