"""Lists: their rows, columns, filters and totals, and their way to paper."""
