"""The test suite. As the command line does, it multiplies matrices in one thread."""

import os

from integritetskoll.cli.main import THREADS

for name in THREADS:
    os.environ.setdefault(name, "1")
