"""Signing in, the recovery key, the screen that is locked."""
