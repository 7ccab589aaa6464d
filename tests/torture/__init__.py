"""Breaks of every kind, many times over; see `docs/reliability.md`."""
