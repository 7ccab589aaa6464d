"""Files kept beside the book, in a folder of the office's own: taken in whole or not at all, found, checked, swept.

A file is never changed. Rows name it; rows that the log can bring back name it too, so removing a row leaves it.
"""
