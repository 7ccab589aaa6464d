"""Accounts of this PC, the recovery key, what is encrypted."""
