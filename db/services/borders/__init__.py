"""Units that became others: successions, changes on a day, who stood where."""
