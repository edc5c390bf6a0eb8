"""One file, one recognizer, one table of hits and near misses; `catalog` names them all."""
