"""Opening files: choosing one, waiting for it, telling what was understood of it, and the files opened lately."""
