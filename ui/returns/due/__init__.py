"""The due board: which returns are due, late or sent, of the office and of the units below it."""
