"""The kinds of files, one module each: where the blocks lie and what else a file can hold."""
