"""Outside files → statements in a graph: sources, identity, mapping, and one run from end to end."""
