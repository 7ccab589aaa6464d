"""Scoring of communes by a rule set of criteria.

`rule_sets` is what a set says, `reading` takes it from TOML, `answers` are what is filled in, `points` what an answer
is worth, `results` the totals and the class they make, `marks` what one criterion of a sheet holds, `chain` the way of
a sheet from registration to recognition, `due_steps` what is still to be done and until when, `gaps` what is missing
for the next better class, `ranking` the order of communes and their years in a row. `documents` are sets with their
heads, `form`, `writing` and `files` their way through TOML, `soundness` (with `sound`) tells what is wrong with one.
"""
