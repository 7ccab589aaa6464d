"""Records from an office's lists."""
