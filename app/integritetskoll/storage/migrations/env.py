"""How Alembic reaches the database: over the connection it is handed, in its transaction."""

from __future__ import annotations

from alembic import context

from integritetskoll.storage.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=False,  # the transaction is the caller's
)
context.run_migrations()
