"""What a summary, briefing, sheet or timeline holds: neutral parts, the drawn scale, the marks of ours."""
