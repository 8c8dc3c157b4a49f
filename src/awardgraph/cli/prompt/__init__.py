"""The interactive prompt of ``awardgraph query``: the only room that knows prompt_toolkit."""
