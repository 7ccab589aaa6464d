"""What the log says, as an officer reads it: by step, by record, what was deleted."""
