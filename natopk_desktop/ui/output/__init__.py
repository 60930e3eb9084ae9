"""What leaves the window: print, preview and export."""
