"""The package for Debian: built, and tried in a clean root."""
