"""The explorer over a store of a small made-up world: asked in the process, and served for a real browser."""

import threading
import time
from contextlib import contextmanager

import pytest
from starlette.testclient import TestClient

import seeds
from loaders.load import load
from loaders.read import Options, find
from loaders.resolve import Register
from whence.serve import Desk, create_app
from whence.serve.run import link, listen, server

SEED = str(seeds.articles_dir() / "ten-thousand-to-russia.md")


@pytest.fixture(scope="session")
def register():
    return Register.read([seeds.actors_path()])


def desk_of(store, register):
    return Desk(store, register, who="ann")


def client_of(desk, **headers):
    return TestClient(
        create_app(desk), base_url="http://127.0.0.1:8000", headers=headers, raise_server_exceptions=False
    )


@pytest.fixture
def desk(embedded_store, register):
    return desk_of(embedded_store, register)


@pytest.fixture
def reader(desk):
    """Somebody on this machine without the link."""
    with client_of(desk) as client:
        yield client


@pytest.fixture
def writer(desk):
    """Somebody with the link's token."""
    with client_of(desk, authorization=f"Bearer {desk.token}") as client:
        yield client


@pytest.fixture
def loaded(desk):
    """The desk with a seed article in its store."""
    list(load(desk.store, find([SEED]), desk.register, Options()))
    return desk


@contextmanager
def served(desk):
    """The start-up link of a running server."""
    with listen("127.0.0.1", 0) as listening:
        running = server(desk)
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not running.started:
            time.sleep(0.01)
        try:
            yield link(listening, desk)
        finally:
            running.should_exit = True
            thread.join(10)


@pytest.fixture
def live(loaded):
    with served(loaded) as address:
        yield address
