"""Runs a file of SQL in DuckDB on two threads; names in braces are filled from the words NAME=VALUE."""
import sys

import duckdb

text = open(sys.argv[1], encoding="utf-8").read().format(**dict(word.split("=", 1) for word in sys.argv[2:]))
connection = duckdb.connect(config={"threads": 2})
connection.execute(text)
