"""Many assessments through the one checker: files to rows, rows to reports, reports to a table."""
