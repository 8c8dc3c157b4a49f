from awardgraph.model.names import fold, strip_honorifics  # noqa: F401
