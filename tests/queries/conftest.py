"""A store that holds the made-up world of world.py."""

import pytest

from graph.write import put
from tests.queries.world import readings


@pytest.fixture
def full(store):
    for reading in readings():
        put(store, reading)
    return store
