"""Narrative reports (báo cáo) of a unit and a period."""
