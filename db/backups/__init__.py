"""Backups of an office's book: made, verified by opening, looked into, restored; here and in a second place."""
