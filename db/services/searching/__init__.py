"""Everything found by any part of its words."""
