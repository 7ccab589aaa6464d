"""Returns: filled, checked, approved, exported, received, added up, and when they are due."""
