"""``python -m awardgraph``."""

from awardgraph.cli.exits import main

if __name__ == "__main__":
    main()
