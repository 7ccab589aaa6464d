"""The command line: a sibling of the window, calling the same services."""
