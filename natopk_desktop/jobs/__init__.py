"""Long work in a process of its own: what is asked of it, how it answers, and the process itself. No Qt."""
