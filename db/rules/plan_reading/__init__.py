"""A received plan's text becomes a read plan: pure Python, from blocks (paragraphs and tables) to `result.ReadPlan`.

The order of the stages is in `reader`; nothing here opens a file, asks the clock or stores anything.
"""
