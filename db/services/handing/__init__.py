"""Books that are handed on and taken in."""
