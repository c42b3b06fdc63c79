"""The server under the app: bound to this machine, quiet, with bounds on what it takes."""

import socket
from contextlib import closing

import uvicorn

from graph.errors import QuestionError
from whence.serve.app import create_app
from whence.serve.desk import Desk

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens on this machine only; port 0 takes a free one. QuestionError where that cannot be."""
    if host not in LOOPBACK:
        raise QuestionError(f"whence serve listens on this machine only ({', '.join(LOOPBACK)}), not on {host}")
    try:
        family = socket.AF_INET6 if host == "::1" else socket.AF_INET
        made = socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        raise QuestionError(f"port {port} cannot be had ({error.strerror}); --port 0 takes a free one") from error
    # asyncio sets it on sockets of its own making only; without it each answer waits 40 ms for an acknowledgement.
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return made


def link(listening: socket.socket, desk: Desk) -> str:
    """The start-up link: who opens it may change the graph."""
    host, port = listening.getsockname()[:2]
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{port}/?token={desk.token}"


def server(desk: Desk) -> uvicorn.Server:
    """A server of the explorer, to be run on a listening socket."""
    return uvicorn.Server(
        uvicorn.Config(
            create_app(desk),
            http="h11",
            ws="none",
            lifespan="off",
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            limit_concurrency=200,
            timeout_graceful_shutdown=3,
        )
    )


def serve(desk: Desk, listening: socket.socket) -> None:
    """Serve until interrupted."""
    with closing(listening):
        server(desk).run(sockets=[listening])
