"""Many rows at once: copied from above, pasted, given one value."""
