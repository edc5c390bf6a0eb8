"""The web form: plain pages, rendered here, that work without JavaScript."""
