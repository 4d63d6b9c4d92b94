"""Measures the cost of reading one area's series: the bytes that pyarrow and DuckDB read of a release, all columns and a few.
    python jobs/checks/series.py RELEASE"""
import functools
import http.server
import pathlib
import re
import sys
import threading

import duckdb
import pyarrow
import pyarrow.parquet

LIMIT = 1 << 20
release = pathlib.Path(sys.argv[1]).resolve()


class Counted:
    """A file that knows how much of it was read."""

    def __init__(self, path):
        self.file, self.bytes, self.closed = open(path, "rb"), 0, False

    def read(self, n=-1):
        block = self.file.read(n)
        self.bytes += len(block)
        return block

    def seek(self, *to):
        return self.file.seek(*to)

    def tell(self):
        return self.file.tell()

    def close(self):
        self.closed = True
        self.file.close()

    def readable(self):
        return True

    def seekable(self):
        return True

    def writable(self):
        return False


def by_pyarrow(table, wanted, columns):
    rows = read = 0
    for path in sorted((release / table).glob("*.parquet")):
        file = Counted(path)
        filters = [(k, "=", v) for k, v in wanted.items()]
        found = pyarrow.parquet.read_table(pyarrow.PythonFile(file, mode="r"), filters=filters, columns=columns,
                                           pre_buffer=False, use_threads=False)
        rows, read = rows + found.num_rows, read + file.bytes
    return rows, read


class Served(http.server.BaseHTTPRequestHandler):
    """The release over HTTP, in ranges, on this machine."""

    protocol_version = "HTTP/1.1"
    bytes = 0

    def do_HEAD(self):
        self.answer(False)

    def do_GET(self):
        self.answer(True)

    def answer(self, body):
        data = (release / self.path.lstrip("/")).read_bytes()
        asked = re.match(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        first, last = (int(asked[1]), int(asked[2] or len(data) - 1)) if asked else (0, len(data) - 1)
        part = data[first:last + 1]
        self.send_response(206 if asked else 200)
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Length", str(len(part)))
        if asked:
            self.send_header("Content-Range", f"bytes {first}-{first + len(part) - 1}/{len(data)}")
        self.end_headers()
        if body:
            Served.bytes += len(part)
            self.wfile.write(part)

    def log_message(self, *said):
        pass


@functools.cache
def remote():
    """The port of the release over HTTP; none where DuckDB's extension for it cannot be had."""
    try:
        import duckdb_extensions
        duckdb_extensions.import_extension("httpfs")
    except Exception as e:
        print(f"DuckDB's httpfs is not from PyPI here: {str(e).splitlines()[0]}")
    try:
        duckdb.connect().sql("load httpfs")
    except duckdb.Error as e:
        print(f"Left out DuckDB over HTTP: {str(e).splitlines()[0]}")
        return None
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Served)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


def by_duckdb(table, wanted, columns):
    if remote() is None:
        return None
    port = remote()
    Served.bytes = 0
    # A database of its own, and no cache: what an earlier question read does not count as nothing.
    database = duckdb.connect(config={"enable_external_file_cache": False})
    database.sql("load httpfs")
    files = [f"http://127.0.0.1:{port}/{table}/{p.name}" for p in sorted((release / table).glob("*.parquet"))]
    where = " and ".join(f"{k} = '{v}'" for k, v in wanted.items())
    rows = database.sql(f"select {', '.join(columns or ['*'])} from read_parquet({files}) where {where}").fetchall()
    return len(rows), Served.bytes


def first(sql):
    return duckdb.sql(sql).fetchone()


indicator, area = first(f"""select indicator, area_code from '{release}/indicators/*.parquet'
    where geography = 'stp_2016' and area_code <> 'unassigned' group by all order by count(*) desc, 1, 2 limit 1""")
measure, org = first(f"""select measure, org_code from '{release}/observations/*.parquet'
    group by all order by count(*) desc, 1, 2 limit 1""")
asked = [
    ("indicators", {"indicator": indicator, "geography": "stp_2016", "area_code": area},
     ["area_name", "period_start", "period_kind", "basis", "value", "lower_95", "upper_95", "status"]),
    ("observations", {"measure": measure, "org_code": org}, ["period_start", "period_end", "value", "status"]),
]
most = 0
for table, wanted, few in asked:
    whole = sum(p.stat().st_size for p in (release / table).glob("*.parquet"))
    for columns in (None, few):
        answers = {"pyarrow": by_pyarrow(table, wanted, columns), "DuckDB over HTTP": by_duckdb(table, wanted, columns)}
        for name, answer in answers.items():
            if answer:
                print(f"{table} of {whole >> 10:,} KiB, {', '.join(wanted.values())}, "
                      f"{len(columns) if columns else 'all'} columns: {answer[0]} rows in {answer[1] >> 10:,} KiB by {name}")
                most = max(most, answer[1])
        assert answers["pyarrow"][0] == (answers["DuckDB over HTTP"] or answers["pyarrow"])[0], answers
print(f"one area's series: at most {most >> 10:,} KiB")
sys.exit(1 if most > LIMIT else 0)
