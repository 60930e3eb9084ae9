"""Building what people install: the folder app, its archive, the Debian package and the bill of materials."""
