"""What changed between two graphs, at the level at which a person thinks of it."""
