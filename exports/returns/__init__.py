"""Returns as Excel workbooks."""
