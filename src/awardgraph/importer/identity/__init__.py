"""Who is the same as whom: names, the register, and minting of IRIs."""
