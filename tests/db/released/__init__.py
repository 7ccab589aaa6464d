"""A small book of every released schema, as SQL: made once by `making`, never made again."""
