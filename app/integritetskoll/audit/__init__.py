"""What happened, in a chain that shows when somebody changed it: never a text, never a digest."""
