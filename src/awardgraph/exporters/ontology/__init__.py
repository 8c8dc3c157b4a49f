"""The ontology as one page for people, in Thai and English.

    ontology/*.ttl ──reading──▶ Term …  ──page──▶ HTML
    example.ttl    ──example──▶ parts, lines   ▲
    coordinates    ──diagram──▶ boxes, lines ──┘

Only reading and example know RDF, only page knows HTML; the coordinates of the picture are a table.
"""
