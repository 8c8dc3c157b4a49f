"""Pictures of the graph, each one self-contained page.

    graph ──neighbourhood──▶ Picture ──layout, details──▶ network_page

A Picture is pure data; only asking, naming, details and parts know RDF, only network and page know HTML.
"""
