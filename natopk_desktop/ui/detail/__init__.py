"""The pane beside the list: a milestone with its passages, figures and notes, or the whole page."""
