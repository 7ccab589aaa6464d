"""Narrative reports (báo cáo): their skeleton as data, sentences with figures, what an officer wrote into them."""
