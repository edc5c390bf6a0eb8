"""The one database the product has: SQLite by default, PostgreSQL by URL."""
