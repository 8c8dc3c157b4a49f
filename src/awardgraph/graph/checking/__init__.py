"""SHACL shapes and SPARQL rules → findings that a person can act on."""
