"""The command line: check and redact files, start the server, show the policy."""
