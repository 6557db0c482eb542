"""Writes data/processed and the sizes and hashes in the descriptor, both at once or not at all."""

from sco_timeline.packaging.building import Built, build, derive, published_files
from sco_timeline.packaging.swapping import recover, swap_in

__all__ = ["Built", "build", "derive", "published_files", "recover", "swap_in"]
