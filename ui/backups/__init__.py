"""Backups in the window: when they are made, the list, looking into one, restoring, handing over, the second place."""
