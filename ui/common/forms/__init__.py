"""The form of a record: its fields, their editors, what can be chosen, what is kept of it."""
