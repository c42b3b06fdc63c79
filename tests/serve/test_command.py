"""The command itself: it prints its link, serves, and stops when it is told to."""

import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from whence.__main__ import cli, run


def test_it_prints_a_link_serves_and_stops(tmp_path):
    command = [sys.executable, "-m", "whence", "serve", "--port", "0", "--store", str(tmp_path / "store")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as started:
        try:
            link = started.stdout.readline().strip()
            assert link.startswith("http://127.0.0.1:")
            assert "/?token=" in link
            opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor())
            with opener.open(link, timeout=30) as page:
                assert "nothing in the graph yet" in page.read().decode()
                assert "token" not in page.url
            started.send_signal(signal.SIGINT)
            assert started.wait(20) in (0, 130)
            err = started.stderr.read()
            assert "Traceback" not in err
        finally:
            started.kill()


@pytest.mark.parametrize("options", [["--host", "0.0.0.0"], ["--port", "70000"]])
def test_what_it_will_not_do_is_one_line(options, capsys, tmp_path):
    assert run(cli, ["serve", *options, "--store", str(tmp_path / "store")]) == 2
    assert not (tmp_path / "store").exists()
    assert "Traceback" not in capsys.readouterr().err


def test_a_port_that_is_taken_is_one_line(capsys, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert run(cli, ["serve", "--port", port, "--store", str(tmp_path / "store")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
