"""How the program becomes something that an office installs: built folders, installers, and their trials."""
