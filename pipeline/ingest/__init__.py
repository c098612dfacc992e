"""The batch (batch.py): an archive of files into the database, in many processes."""
