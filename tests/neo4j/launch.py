"""A real Neo4j for the tests: the one of NEO4J_URI, else one in Docker, else one from Maven Central on Java 17."""

import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

import neo4j
from filelock import FileLock
from neo4j.exceptions import DriverError, Neo4jError

HERE = Path(__file__).parent
CACHE = HERE.parents[1] / ".cache" / "neo4j"
IMAGE = "neo4j:5.26.12-community"
PASSWORD = "tests-only"
CONF = """server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
server.memory.heap.initial_size=256m
server.memory.heap.max_size=1g
server.memory.pagecache.size=64m
"""
OPENS = "--add-opens=java.base/{}=ALL-UNNAMED"
PATIENCE = 90


class NoNeo4j(Exception):
    """Why no Neo4j can be had here."""


@contextmanager
def server(folder):
    """(uri, user, password) of a running Neo4j; raises NoNeo4j where none can be had."""
    if os.environ.get("NEO4J_URI"):
        yield _given()
    elif _docker_answers():
        with _docker() as address:
            yield address
    elif shutil.which("java") and shutil.which("mvn"):
        with _java(folder) as address:
            yield address
    else:
        raise NoNeo4j("no NEO4J_URI, no Docker engine, and no Java with Maven")


def _given():
    if os.environ.get("WHENCE_TEST_WIPE") != "1":
        raise NoNeo4j("NEO4J_URI is set, and the tests empty the database: say WHENCE_TEST_WIPE=1 if that is meant")
    return os.environ["NEO4J_URI"], os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ["NEO4J_PASSWORD"]


def _docker_answers():
    return bool(shutil.which("docker")) and subprocess.run(["docker", "info"], capture_output=True).returncode == 0


@contextmanager
def _docker():
    port = _free_port()
    command = [
        "docker",
        "run",
        "--rm",
        "-d",
        "-p",
        f"127.0.0.1:{port}:7687",
        "-e",
        f"NEO4J_AUTH=neo4j/{PASSWORD}",
        IMAGE,
    ]
    name = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    try:
        yield _awaited(f"bolt://127.0.0.1:{port}", PASSWORD)
    finally:
        subprocess.run(["docker", "kill", name], capture_output=True)


@contextmanager
def imported(folder, files):
    """(uri, user, password), report: a Neo4j on a database that neo4j-admin made of the files in a folder.

    Needs Java with Maven, whatever else there is; raises NoNeo4j without.
    """
    if not (shutil.which("java") and shutil.which("mvn")):
        raise NoNeo4j("no Java with Maven, from which neo4j-admin comes")
    home, port = _home(folder)
    command = [*_command("org.neo4j.cli.AdminTool"), "database", "import", "full", "neo4j", "@import.args"]
    places = {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    done = subprocess.run(command, cwd=files, env=os.environ | places, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    with _running(home, port) as address:
        yield address, done.stdout


@contextmanager
def _java(folder):
    with _running(*_home(folder)) as address:
        yield address


def _home(folder):
    home, port = folder / "neo4j", _free_port()
    (home / "conf").mkdir(parents=True)
    (home / "conf" / "neo4j.conf").write_text(CONF.format(port=port))
    return home, port


def _command(entry):
    opens = [OPENS.format(package) for package in ("java.nio", "java.io", "sun.nio.ch")]
    return ["java", "-Xmx1g", *opens, "-cp", f"{_jars()}/*", entry]


@contextmanager
def _running(home, port):
    command = _command("org.neo4j.server.CommunityEntryPoint")
    with (home / "log.txt").open("wb") as log:
        places = [f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
        started = subprocess.Popen([*command, *places], stdout=log, stderr=log)
        try:
            uri = f"bolt://127.0.0.1:{port}"
            _awaited(uri, "neo4j", lambda: started.poll() is None)
            _set_password(uri)
            yield uri, "neo4j", PASSWORD
        finally:
            started.kill()
            started.wait()


def _jars():
    jars = CACHE / "lib"
    CACHE.mkdir(parents=True, exist_ok=True)
    with FileLock(CACHE / "lock"):
        if not (CACHE / "done").exists():
            command = [
                "mvn",
                "-q",
                "-B",
                "-f",
                HERE / "pom.xml",
                "dependency:copy-dependencies",
                f"-DoutputDirectory={jars}",
            ]
            done = subprocess.run(command, capture_output=True, text=True)
            if done.returncode:
                raise NoNeo4j(f"Maven cannot get Neo4j: {(done.stdout + done.stderr)[:500]}")
            (CACHE / "done").touch()
    return jars


def _awaited(uri, password, alive=lambda: True):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and alive():
        with neo4j.GraphDatabase.driver(uri, auth=("neo4j", password)) as driver:
            try:
                driver.verify_connectivity()
            except Neo4jError as error:
                if "CredentialsExpired" in str(error.code):
                    break
                time.sleep(0.3)
            except (DriverError, OSError):
                time.sleep(0.3)
            else:
                break
    else:
        raise NoNeo4j("Neo4j was started and does not answer")
    return uri, "neo4j", password


def _set_password(uri):
    with neo4j.GraphDatabase.driver(uri, auth=("neo4j", "neo4j")) as driver:
        driver.execute_query(f"ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO '{PASSWORD}'", database_="system")


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
