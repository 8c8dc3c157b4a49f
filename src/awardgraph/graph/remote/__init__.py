"""SPARQL endpoints: asked over the network as a graph on disk is asked."""

from __future__ import annotations

from typing import Final

__all__ = ["PATIENCE"]

#: Longest wait for an answer unless told, in seconds, all attempts and pauses counted.
PATIENCE: Final = 60.0
