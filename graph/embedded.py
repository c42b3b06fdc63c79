"""The embedded engine: ArcadeDB in this process, spoken to over Bolt on the loopback address.

One process at a time serves a folder; others find its port in the folder and join it, and one of them takes over when
it has gone. The folder holds the engine's files and, readable by the user only, the passwords and the port.
"""

import atexit
import base64
import json
import os
import secrets
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from graph.errors import StoreBusy, StoreUnreachable

DATABASE = "whence"
READER = "reader"
WAIT = 20.0
"""Seconds that a process waits for the one that holds the folder to say where it listens."""
LOOK = 0.005
"""Seconds between two looks at whether it is one's turn to change the graph."""
TURN = 60.0
"""Seconds that a change waits for those of others."""
_READ_ONLY = {"resultSetLimit": -1, "readTimeout": 300_000, "access": [], "types": {"*": {"access": ["readRecord"]}}}
_ALL = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
_ADMIN = {
    "resultSetLimit": -1,
    "readTimeout": -1,
    "access": ["updateSecurity", "updateSchema", "updateDatabaseSettings"],
    "types": {"*": {"access": _ALL}},
}
_NOBODY = {"resultSetLimit": -1, "readTimeout": -1, "access": [], "types": {"*": {"access": []}}}
_GROUPS = {"version": 1, "databases": {"*": {"groups": {"admin": _ADMIN, "*": _NOBODY, READER: _READ_ONLY}}}}


@dataclass(frozen=True, slots=True)
class Address:
    """Where a folder is served and how to get in, as root and as the reader who can change nothing."""

    port: int
    password: str
    reader_password: str

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self.port}"


class Engine:
    """A folder's engine: served by this process (`serves`) or by another that it has joined."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self._server: Any = None
        self._http = 0
        self._address: Address | None = None
        self._lock = FileLock(self.folder / "lock")
        self._changing = FileLock(self.folder / "changing", poll_interval=LOOK)

    @property
    def serves(self) -> bool:
        return self._server is not None

    def open(self) -> Address:
        """Serve the folder, or join the process that does. StoreBusy if that one does not answer in WAIT seconds."""
        _private(self.folder)
        until = time.monotonic() + WAIT
        while time.monotonic() < until:
            try:
                self._lock.acquire(blocking=False)
            except Timeout:
                self._address = self._joined()
                if self._address:
                    return self._address
                time.sleep(0.05)
                continue
            return self._serve()
        raise StoreBusy(f"{self.folder} is held by another process that does not answer")

    def answers(self) -> bool:
        """Whether the folder is still served where it was; asking is a matter of microseconds."""
        return self.serves or (self._address is not None and _listens(self._address.port))

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Keep other changes out, of whichever process. StoreBusy if it is not one's turn in TURN seconds."""
        try:
            self._changing.acquire(timeout=TURN)
        except Timeout as error:
            raise StoreBusy(f"{self.folder} is being changed by others for more than {TURN:g} seconds") from error
        except OSError as error:
            raise StoreUnreachable(f"{self.folder / 'changing'} cannot be locked: {error.strerror}") from error
        try:
            yield
        finally:
            self._changing.release()

    def run_sql(self, script: str) -> None:
        """Run SQL on the engine that this process serves, for what it does not do in Cypher."""
        if self._address is None:
            raise StoreBusy(f"{self.folder} is not served by this process")
        _command(
            self._http, self._address.password, f"command/{DATABASE}", {"language": "sqlscript", "command": script}
        )

    def close(self) -> None:
        """Stop serving, if this process serves; joined processes take over at their next call."""
        server, self._server = self._server, None
        atexit.unregister(self.close)
        if server is not None:
            (self.folder / "address.json").unlink(missing_ok=True)
            server.stop()
        self._lock.release(force=True)

    def _joined(self) -> Address | None:
        try:
            address = Address(**json.loads((self.folder / "address.json").read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        return address if _listens(address.port) else None

    def _serve(self) -> Address:
        try:
            passwords = self._passwords()
            self._http, bolt = _free_port(), _free_port()
            self._server = _start(self.folder, passwords["root"], self._http, bolt)
            self._make_reader(passwords)
        except BaseException:
            self.close()
            raise
        atexit.register(self.close)
        self._address = Address(bolt, passwords["root"], passwords[READER])
        _write(self.folder / "address.json", json.dumps(asdict(self._address)))
        return self._address

    def _passwords(self) -> dict[str, str]:
        path = self.folder / "passwords.json"
        if not path.exists():
            _write(path, json.dumps({"root": secrets.token_hex(16), READER: secrets.token_hex(16)}))
        found: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
        return found

    def _make_reader(self, passwords: dict[str, str]) -> None:
        users = self.folder / "config" / "server-users.jsonl"
        if users.exists() and f'"{READER}"' in users.read_text(encoding="utf-8"):
            return
        user = {"name": READER, "password": passwords[READER], "databases": {DATABASE: [READER]}}
        _command(self._http, passwords["root"], "server", {"command": f"create user {json.dumps(user)}"})


def _start(folder: Path, password: str, http: int, bolt: int) -> Any:  # noqa: ANN401 - the engine has no types
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
    import arcadedb  # noqa: PLC0415 - half a second that only those pay who serve

    (folder / "config").mkdir(exist_ok=True)
    _write(folder / "config" / "server-groups.json", json.dumps(_GROUPS))
    settings = {
        "mode": "development",  # "production" keeps from the user what is wrong with a query
        "host": "127.0.0.1",
        "http_port": http,
        "bolt_port": bolt,
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
    }
    server = arcadedb.create_server(str(folder), root_password=password, config=settings)
    try:
        server.start()
    except Exception as error:
        raise StoreUnreachable(
            f"the engine does not start on {folder}: {' '.join(str(error).split())[:300]}"
        ) from error
    if not (folder / "databases" / DATABASE).exists():
        server.create_database(DATABASE)
    return server


def _command(http: int, password: str, address: str, command: dict[str, str]) -> None:
    login = base64.b64encode(f"root:{password}".encode()).decode()
    request = urllib.request.Request(
        f"http://127.0.0.1:{http}/api/v1/{address}",
        data=json.dumps(command).encode(),
        headers={"Authorization": f"Basic {login}", "Content-Type": "application/json"},
    )
    try:
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        opener.open(request, timeout=30).close()
    except urllib.error.HTTPError as error:
        raise StoreUnreachable(f"the engine refused to be set up: {error.read().decode()[:300]}") from error


def _listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _private(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnreachable(f"{folder} cannot be used as a store: {error.strerror}") from error
    ours = ("lock", "passwords.json")
    if any(folder.iterdir()) and not any((folder / name).exists() for name in ours):
        raise StoreUnreachable(f"{folder} is not empty and not a whence store")
    folder.chmod(0o700)


def _write(path: Path, text: str) -> None:
    """Write a file that only the user can read, whole or not at all."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    fresh.replace(path)
