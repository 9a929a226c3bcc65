"""core.data.download, against servers on this machine that do what the net does to people."""

import gzip
import hashlib
import http.server
import threading
from pathlib import Path

import pytest
import requests

from core.control import StopToken
from core.data.datasets import find_mnist, load
from core.data.download import (
    MIRRORS,
    MNIST_FILES,
    DownloadProgress,
    RemoteFile,
    clear_leftovers,
    download_mnist,
    refuse_plain_redirect,
)
from core.errors import Cancelled, DataError
from core.file_lock import take_lock
from core.home import Home
from tests.core.data.digit_files import assert_split, write_idx_folder


class Mirror(http.server.ThreadingHTTPServer):
    """Serves a folder; `break_after` and `silent_after` (bytes) are how connections may end.

    `requests` keeps the path and the Range header of each request.
    """

    daemon_threads = False

    def __init__(self, folder):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder = folder
        self.requests = []
        self.knows_ranges = True
        self.break_after = None
        self.silent_after = None
        self.when_silent = int
        self.extra = b""
        self.closing = threading.Event()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/mnist/"


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        mirror = self.server
        mirror.requests.append((Path(self.path).name, self.headers["Range"]))
        file = mirror.folder / Path(self.path).name
        if not self.path.startswith("/mnist/") or not file.is_file():
            self.send_error(404)
            return
        data = file.read_bytes() + mirror.extra
        start = int(self.headers["Range"].removeprefix("bytes=").removesuffix("-"))
        if mirror.knows_ranges:
            data = data[start:]
        self.send_response(206 if mirror.knows_ranges else 200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data[: mirror.break_after or mirror.silent_after])
        if mirror.silent_after and mirror.silent_after < len(data):
            mirror.when_silent()
            mirror.closing.wait(20)

    def log_message(self, *_args):
        """Keep standard error clean."""


@pytest.fixture
def remote(tmp_path):
    """The folder that mirrors serve: four small IDX files."""
    folder = tmp_path / "remote"
    write_idx_folder(folder, packed=True, train=100)
    return folder


@pytest.fixture
def files(remote):
    """What is known of the served files."""
    contents = {file.name: (remote / file.name).read_bytes() for file in MNIST_FILES}
    return [
        RemoteFile(name, len(data), hashlib.sha256(data).hexdigest())
        for name, data in contents.items()
    ]


@pytest.fixture
def start_mirror(monkeypatch):
    """Gives a function that starts a mirror of a folder."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    running = []

    def start(folder):
        mirror = Mirror(folder)
        # The far end of the wire, which is not Inkling's.
        thread = threading.Thread(target=mirror.serve_forever, args=(0.01,))  # noqa: TID251
        thread.start()
        running.append((mirror, thread))
        return mirror

    yield start
    for mirror, thread in running:
        mirror.closing.set()
        mirror.shutdown()
        mirror.server_close()
        thread.join()


@pytest.fixture
def mirror(start_mirror, remote):
    return start_mirror(remote)


@pytest.fixture
def fetch(tmp_path, files):
    """Gives a function that downloads from mirrors and keeps the reports."""
    target = tmp_path / "home" / "data"

    def run(*mirrors, stop=None, report=None, patience=(0.3, 0.3)):
        run.reports = []
        return download_mnist(
            target,
            report or run.reports.append,
            stop or StopToken(),
            mirrors=[getattr(mirror, "url", mirror) for mirror in mirrors],
            files=files,
            patience_seconds=patience,
        )

    run.target = target
    return run


def nobody(start_mirror, folder):
    """The address of a mirror that does not answer."""
    mirror = start_mirror(folder)
    mirror.server_close()
    return mirror.url


def names_in(folder):
    return sorted(file.name for file in folder.iterdir())


def test_what_arrives_is_a_data_set_that_is_found(fetch, mirror, remote, tmp_path, monkeypatch):
    monkeypatch.delenv("INKLING_DATA", raising=False)
    assert fetch(mirror) == fetch.target
    assert find_mnist(Home(tmp_path / "home")) == fetch.target
    dataset = load(fetch.target)
    expected = load(remote)
    assert_split(
        dataset.train_images,
        dataset.train_labels,
        (expected.train_images, expected.train_labels),
    )
    assert names_in(fetch.target) == names_in(remote)


def test_reports_tell_how_far_it_is(fetch, mirror, files):
    fetch(mirror)
    fractions = [report.fraction for report in fetch.reports]
    assert fractions == sorted(fractions)
    assert (fractions[0], fractions[-1]) == (0, 1)
    assert len(fetch.reports) == 2 * len(files) + files[-1].size // 2**15
    for file in files:
        of_file = [report for report in fetch.reports if report.file == file.name]
        assert of_file[0] == DownloadProgress(file.name, 0, file.size, of_file[0].fraction)
        assert of_file[-1].done_bytes == of_file[-1].total_bytes == file.size


def test_what_is_there_is_not_fetched_again(fetch, mirror, files):
    fetch(mirror)
    mirror.requests.clear()
    (fetch.target / files[1].name).write_bytes(b"broken")
    fetch(mirror)
    assert mirror.requests == [(files[1].name, "bytes=0-")]


@pytest.mark.parametrize("fault", ["nobody answers", "file missing", "other file", "too long"])
def test_the_second_mirror_helps_out(fetch, mirror, start_mirror, remote, tmp_path, fault):
    bad_folder = tmp_path / "bad"
    write_idx_folder(bad_folder, packed=True, train=99 if fault == "other file" else 100)
    bad = start_mirror(bad_folder)
    if fault == "file missing":
        (bad_folder / MNIST_FILES[-1].name).unlink()
    elif fault == "too long":
        bad.extra = bytes(10)
    address = nobody(start_mirror, remote) if fault == "nobody answers" else bad.url
    fetch(address, mirror)
    assert names_in(fetch.target) == names_in(remote)
    for name in names_in(remote):
        assert (fetch.target / name).read_bytes() == (remote / name).read_bytes()


@pytest.mark.parametrize("knows_ranges", [True, False])
def test_a_connection_that_breaks_off_is_taken_up_again(fetch, mirror, remote, knows_ranges):
    mirror.knows_ranges = knows_ranges
    mirror.break_after = 8_192
    name = MNIST_FILES[-1].name
    size = (remote / name).stat().st_size
    if knows_ranges:
        fetch(mirror)
        of_file = [wish for file, wish in mirror.requests if file == name]
        assert of_file == [f"bytes={start}-" for start in range(0, size, 8_192)]
    else:
        # Always from the beginning and never to the end.
        with pytest.raises(DataError, match=f"{name} could not be downloaded"):
            fetch(mirror)


def test_a_silent_server_is_given_up(fetch, mirror, files):
    mirror.silent_after = 20
    mirror.knows_ranges = False
    with pytest.raises(DataError, match=r"could not be downloaded from 127\.0\.0\.1"):
        fetch(mirror, patience=(0.05, 0.1))
    assert len(mirror.requests) == 2
    assert names_in(fetch.target) == []


def test_stop_is_seen_while_the_server_is_silent(fetch, mirror):
    stop = StopToken()
    # Less than what is handed out at once: only silence is left to notice.
    mirror.silent_after = 500
    mirror.when_silent = stop.stop
    with pytest.raises(Cancelled):
        fetch(mirror, stop=stop, patience=(0.3, 60))
    # The two label files are shorter; of the third a part had come.
    assert [name for name, _ in mirror.requests] == [file.name for file in MNIST_FILES[:3]]
    assert names_in(fetch.target) == sorted(file.name for file in MNIST_FILES[:2])


def test_a_stopped_download_goes_on_with_the_next_file(fetch, mirror, files):
    stop = StopToken()

    def report(progress):
        if progress.file == files[-1].name and progress.done_bytes:
            stop.stop()

    with pytest.raises(Cancelled):
        fetch(mirror, stop=stop, report=report)
    assert names_in(fetch.target) == sorted(file.name for file in files[:-1])
    mirror.requests.clear()
    fetch(mirror)
    assert [name for name, _ in mirror.requests] == [files[-1].name]


def test_what_a_killed_download_left_is_cleared_at_the_next_start(fetch, mirror, remote):
    fetch(mirror)
    for name in ("tmpabc_1234", "tmp00000000", "tmpdata.csv", "tmp"):
        (fetch.target / name).touch()
    held = take_lock(fetch.target / ".download.lock")
    clear_leftovers(fetch.target)
    assert (fetch.target / "tmpabc_1234").exists()
    held.release()
    clear_leftovers(fetch.target)
    assert names_in(fetch.target) == sorted([*names_in(remote), "tmp", "tmpdata.csv"])
    clear_leftovers(fetch.target / "missing")


def test_two_downloads_do_not_meet_in_one_folder(fetch, mirror):
    held = take_lock(fetch.target / ".download.lock")
    with pytest.raises(DataError, match="by another Inkling"):
        fetch(mirror)
    held.release()
    fetch(mirror)


@pytest.mark.parametrize(
    ("asked", "sent_to", "refused"),
    [
        ("https://mirror/a", "http://mirror/a", True),
        ("https://mirror/a", "ftp://mirror/a", True),
        ("https://mirror/a", "https://other/a", False),
        ("https://mirror/a", "/b", False),
        ("http://localhost/a", "http://localhost/b", False),
    ],
)
def test_a_redirect_never_leaves_encryption(asked, sent_to, refused):
    response = requests.Response()
    response.url, response.status_code = asked, 302
    response.headers["location"] = sent_to
    if refused:
        with pytest.raises(requests.RequestException, match="without encryption"):
            refuse_plain_redirect(response)
    else:
        refuse_plain_redirect(response)


def test_a_stop_before_the_start_asks_nobody(fetch, mirror):
    stop = StopToken()
    stop.stop()
    with pytest.raises(Cancelled):
        fetch(mirror, stop=stop)
    assert mirror.requests == []


def test_no_mirror_answers(fetch, start_mirror, remote):
    with pytest.raises(DataError, match=r"could not be downloaded from 127\.0\.0\.1") as caught:
        fetch(nobody(start_mirror, remote))
    assert "Check the connection" in str(caught.value)
    assert str(fetch.target) in str(caught.value)


def test_a_login_page_instead_of_the_file(fetch, mirror, remote):
    for file in remote.iterdir():
        file.write_bytes(gzip.compress(b"<html>" * 99).ljust(file.stat().st_size)[:1000])
    with pytest.raises(DataError, match=r"is not the published file|could not be downloaded"):
        fetch(mirror)
    assert names_in(fetch.target) == []


def test_a_file_in_the_way_of_the_folder(fetch, mirror):
    fetch.target.parent.mkdir(parents=True)
    fetch.target.write_bytes(b"")
    with pytest.raises(DataError, match="data cannot be written"):
        fetch(mirror)


def test_nothing_is_said_on_standard_error(fetch, mirror, capfd):
    fetch(mirror)
    assert capfd.readouterr() == ("", "")


def test_the_published_files_are_named_as_a_data_set_is():
    assert len({file.name for file in MNIST_FILES}) == 4
    assert max(MNIST_FILES, key=lambda file: file.size) == MNIST_FILES[-1]
    assert all(len(file.sha256) == 64 for file in MNIST_FILES)
    assert len(MIRRORS) == 2
    assert all(mirror.startswith("https://") and mirror.endswith("/") for mirror in MIRRORS)
