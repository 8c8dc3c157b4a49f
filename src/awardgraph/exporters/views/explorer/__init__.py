"""The explorer: the whole graph as columns in one page, of which only what fits a screen is ever drawn.

N-Quads lines ──reading──▶ Atlas ──packing──▶ columns, pages of names, pages of records ──page──▶ HTML
"""
