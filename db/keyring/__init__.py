"""The accounts of this PC, and the data key that their passwords and the recovery key open."""
