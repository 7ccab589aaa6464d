"""A sample district's year, invented and labelled as such, and the main job done on it."""
