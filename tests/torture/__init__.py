"""Torture: what is done to the program on purpose, again and again, and what it made of it."""
