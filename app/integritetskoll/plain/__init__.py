"""Text made comparable: normalized with offsets kept, folded, split into segments."""
