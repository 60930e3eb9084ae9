"""The text of a page -> blocks and milestones, with what was guessed on the way."""
