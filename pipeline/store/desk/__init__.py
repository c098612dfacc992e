"""What the page asks of a reading copy (pipeline/store/reading_copy.py): small answers, found fast."""
