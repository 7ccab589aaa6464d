"""What the program tells of itself: version, notes, licences, and what whoever helps an office has to know."""
