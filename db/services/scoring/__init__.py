"""Scoring of communes: rule sets, sheets and their chain, what the records propose, the board of a year."""
