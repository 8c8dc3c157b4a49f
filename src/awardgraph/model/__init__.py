"""What we know, as frozen values without RDF."""
