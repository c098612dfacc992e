"""The only owner of DuckDB: records in, questions answered; the tables stand in schema.sql."""
