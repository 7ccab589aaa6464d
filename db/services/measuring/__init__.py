"""Numbers counted from records, as reported or in the borders of a day."""
