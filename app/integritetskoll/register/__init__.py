"""Who may not be published, whatever the reason: keyed digests of joined forms, nothing else."""
