"""The bytes of a text file -> its characters, in any encoding files of the last thirty years were saved in."""
