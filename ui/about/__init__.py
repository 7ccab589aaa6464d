"""What the window tells of the program itself: about, licences, notes, support."""
