"""The policy: destinations, document types, weights, floors and thresholds as data."""
