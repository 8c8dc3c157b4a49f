"""The graph → files for others: serialisations and views."""
