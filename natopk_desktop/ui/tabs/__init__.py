"""The tabs of a window: what each holds, the bar that names them, and moving them to windows of their own."""
