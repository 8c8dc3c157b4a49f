"""Records → statements: pure generators of N-Quads lines."""
