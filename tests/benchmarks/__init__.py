"""The speed of the program beside yardsticks measured in the same run: `make bench` writes docs/speed.md."""
