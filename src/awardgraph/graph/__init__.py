"""Where statements live, and asking them."""
