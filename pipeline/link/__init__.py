"""Meetings of one council -> the same people, follow-ups and the actions they speak of, gaps, series."""
