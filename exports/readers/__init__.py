"""Readers of files from outside: the gate, the child process, and the lists they turn into plain rows."""
