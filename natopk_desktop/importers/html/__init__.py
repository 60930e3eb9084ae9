"""A saved web page -> its words in order, with hints from its mark-up and an account of all that was left out."""
