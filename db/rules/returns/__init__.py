"""Returns: forms as data, figures in them, what must agree, what is due, what came back."""
