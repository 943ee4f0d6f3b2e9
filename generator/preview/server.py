"""The preview shown on this machine alone: pages with the bar, everything else as it is."""

import json
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.preview.rehearsal import SHOWN, Rehearsal
from generator.render import fragment

OWN = "/_xem-truoc/"  # no address of the register begins so
_HOST = "127.0.0.1"
_PIECES = {"thanh.css": "text/css", "thanh.js": "text/javascript"}


class Stage(ThreadingHTTPServer):
    """A server of one preview. `address` is where it is."""

    daemon_threads = True

    def __init__(self, rehearsal: Rehearsal, port: int) -> None:
        """Begin to listen; the system chooses the port when it is 0."""
        super().__init__((_HOST, port), partial(_Handler, rehearsal))

    @property
    def address(self) -> str:
        """The address of the home page."""
        return f"http://{_HOST}:{self.server_port}/"


class _Handler(SimpleHTTPRequestHandler):
    """Answers for one preview."""

    def __init__(self, rehearsal: Rehearsal, *arguments: object) -> None:
        self._rehearsal = rehearsal
        super().__init__(*arguments, directory=str(rehearsal.folder))  # type: ignore[arg-type]

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing: the terminal is for faults."""

    def do_GET(self) -> None:
        """Send a page with the bar, a piece of the bar, or a file."""
        path = unquote(urlsplit(self.path).path)
        if self.headers.get("Host", "").partition(":")[0] not in (_HOST, "localhost"):
            # A page of somebody else's host name must not read the preview.
            self.send_error(HTTPStatus.FORBIDDEN)
        elif path.startswith(OWN):
            self._own(path.removeprefix(OWN))
        else:
            self._file(path)

    def do_HEAD(self) -> None:
        """Send what `do_GET` sends, without its body."""
        self.do_GET()

    def _own(self, name: str) -> None:
        if name == "trang-thai.json":
            state = self._rehearsal.state.version, self._rehearsal.building
            self._send(json.dumps(dict(zip(("version", "building"), state, strict=True))).encode(),
                       "application/json")  # fmt: skip
        elif name in _PIECES:
            self._send((Path(__file__).parent / name).read_bytes(), _PIECES[name])
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _file(self, path: str) -> None:
        name = path.lstrip("/") + ("index.html" if path.endswith("/") else "")
        inside = ".." not in name.split("/") and "\\" not in name and "\0" not in name
        found = self._rehearsal.file(name) if inside else None
        if found is None and inside and self._rehearsal.file(f"{name}/index.html"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"{self.path}/")
            self.end_headers()
        elif found is None:
            page = self._rehearsal.file("404.html")
            text = page.read_bytes() if page else fragment("preview-empty.html.jinja", {}).encode()
            self._send(self._with_bar(text, path), "text/html", HTTPStatus.NOT_FOUND)
        elif name.endswith(".html"):
            self._send(self._with_bar(found.read_bytes(), path), "text/html")
        else:
            self._send(found.read_bytes(), self.guess_type(name))

    def _with_bar(self, page: bytes, address: str) -> bytes:
        before, end, after = page.rpartition(b"</body>")
        return before + self._bar(address).encode("utf-8") + end + after if end else page

    def _bar(self, address: str) -> str:
        state = self._rehearsal.state
        lists = (("Mới", state.difference.new), ("Đổi", state.difference.changed),
                 ("Bỏ", state.difference.gone))  # fmt: skip
        return fragment(
            "preview-bar.html.jinja",
            {
                "own": OWN,
                "version": state.version,
                "built": state.built,
                "published": state.published,
                "this": state.difference.of(address),
                "lists": [
                    (word, len(pages), self._rehearsal.titled(pages), max(len(pages) - SHOWN, 0))
                    for word, pages in lists
                ],
                "wrong": [fault for fault in state.faults if fault.severity == "lỗi"],
                "mild": [fault for fault in state.faults if fault.severity != "lỗi"],
                "problem": state.problem.split("\n") if state.problem else [],
            },
        )

    def _send(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        text = kind.startswith("text/") or kind == "application/json"
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
