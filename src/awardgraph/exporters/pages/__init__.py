"""What every page shares: its frame, with the policy that keeps it to itself, and its words."""
