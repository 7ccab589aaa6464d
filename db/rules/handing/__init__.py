"""A book that goes to other hands: its document, and which records follow which unit."""
