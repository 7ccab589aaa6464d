"""What is checked of a whole book, quickly at the start and fully when asked for: facts only, the words are in `ui`."""
