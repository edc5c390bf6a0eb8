"""How the pipeline is trained: every step from the raw data to the folder that ships."""
