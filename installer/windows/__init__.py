"""The installer for Windows: built and tried on Debian inside Wine, or on Windows itself."""
