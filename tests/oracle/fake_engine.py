# SPDX-FileCopyrightText: Bulkhead contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An engine on a Unix socket that makes no containers: it refuses each with what it was asked for.

The refusal of POST /containers/create is the request itself, as JSON on one line, which the client prints. So
one engine serves any number of clients at a time without knowing which is which.
"""
import http.server
import json
import os
import re
import socketserver
import sys
import threading
import traceback
import urllib.parse

API = "1.50"
RECORD = "asked for: "


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, value):
        data = value if isinstance(value, bytes) else json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Api-Version", API)
        self.send_header("Ostype", self.server.system)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def read_request(self):
        """(path without the version, query, body) of the request at hand."""
        url = urllib.parse.urlparse(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        return re.sub(r"^/v[0-9.]+(?=/)", "", url.path), dict(urllib.parse.parse_qsl(url.query)), body

    def handle_request(self):
        path, query, body = self.read_request()
        if path == "/_ping":
            self.answer(200, b"OK")
        elif path == "/version":
            self.answer(200, {"ApiVersion": API, "MinAPIVersion": "1.24", "Version": "28.2.2", "Os": self.server.system})
        elif path == "/info":
            self.answer(200, {"OSType": self.server.system, "Architecture": "x86_64", "ServerVersion": "28.2.2"})
        elif path == "/images/create":
            self.answer(200, {"status": "up to date"})
        elif path == "/containers/create":
            self.answer(400, {"message": RECORD + json.dumps({"query": query, "body": json.loads(body)})})
        else:
            self.answer(404, {"message": "this engine knows nothing of " + path})

    do_GET = do_POST = do_HEAD = handle_request


class Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True
    request_queue_size = 64

    def get_request(self):
        request, _ = super().get_request()
        return request, ("client", 0)

    def handle_error(self, *_):
        """A client that leaves early is no error; anything else is one of ours."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            traceback.print_exc()


class FakeEngine:
    """with FakeEngine(folder) as engine: its address is engine.host."""

    handler = Handler

    def __init__(self, folder, system="linux"):
        path = os.path.join(folder, "engine")
        self.host = "unix://" + path
        self.server = Server(path, self.handler)
        self.server.system = system

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, args=[0.05], daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
