"""Read the prose of a press release: awards, people with their parts, and the ceremony, each with its span."""
