"""`python -m integritetskoll.cli` is the command `integritetskoll`."""

from integritetskoll.cli.main import run

run()
