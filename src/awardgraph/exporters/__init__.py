"""The graph and its ontology → files for others: serialisations, views, the page of terms."""
