"""Protocols made by chance, with all that is true of them: any number, from a seed."""
