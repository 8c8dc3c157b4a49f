"""Outside files → records. Mints no IRI, opens no graph."""
