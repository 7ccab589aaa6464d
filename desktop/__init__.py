"""Start-up of the window and the command line."""
