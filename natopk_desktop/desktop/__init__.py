"""The app's place in a user's desktop, by the specifications of freedesktop.org: menu entry, icons, kind of file."""
