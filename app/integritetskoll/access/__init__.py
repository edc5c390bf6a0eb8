"""Who may ask: keys with roles, sessions, limits, and the budget of blocks."""
