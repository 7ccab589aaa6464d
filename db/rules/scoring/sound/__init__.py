"""What is judged of a rule set, each kind of rule a module; `db.rules.scoring.soundness` asks them all.

`places` names where something stands, `bounds` how many points can be reached, `outcomes` what conditions can come to.
"""
