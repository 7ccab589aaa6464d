"""Plans, from the text that was received to the progress of their targets and tasks."""
