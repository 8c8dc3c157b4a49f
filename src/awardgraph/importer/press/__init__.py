"""Read the prose of a press release: awards, people with their parts, the ceremony, each with its place."""
