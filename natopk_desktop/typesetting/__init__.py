"""Documents to pages, by Typst: the one page layout behind PDF, printer, preview and pictures."""
