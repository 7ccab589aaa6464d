"""Lists of records: which match, a page of them, their totals."""
