"""What a page's words say to one another: figures, passages that bear on a milestone, slips, discrepancies."""
