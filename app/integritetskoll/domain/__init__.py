"""The words of the product as data: drafts, findings, assessments, verdicts. No framework."""
