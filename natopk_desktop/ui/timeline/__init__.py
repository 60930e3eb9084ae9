"""The milestones as a scrollable list on a spine, and the overview to scale above it."""
