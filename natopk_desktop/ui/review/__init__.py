"""The review pane: what a program found out about a page, the least sure first, and the reader's corrections."""
