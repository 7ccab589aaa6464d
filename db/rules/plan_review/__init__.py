"""A read plan while an officer looks it through: what is taken, what is changed, what is left out."""
