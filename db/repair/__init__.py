"""Read what can be read out of a damaged book into a new one; the old file is never opened, only a copy of it."""
