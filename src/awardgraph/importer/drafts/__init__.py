"""Drafts: what the reader found in a release, for a person to check, and the way back into the graph."""
