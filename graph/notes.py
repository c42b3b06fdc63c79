"""The store's own notes on its nodes: by what they are found and how they were written, and nothing about the world."""

from graph.copies import BANDS
from graph.matches import KEYS
from graph.places import PLACES

AT = ("scattered", *(f"at{k}" for k in range(PLACES)))
NOTES: dict[str, tuple[str, ...]] = {
    "Actor": ("words",),
    "Article": ("reading", "names", "prints", "words", *(f"band{k}" for k in range(BANDS)), *AT),
    "Assertion": ("words",),
    "Claim": ("topic", "keys", "vector", "meaning", "words", *(f"key{k}" for k in range(KEYS))),
}
"""Properties that nobody is shown who asks for a node, by its label."""
