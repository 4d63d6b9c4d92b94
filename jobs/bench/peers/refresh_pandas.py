"""Reads every sheet of a folder of published files with pandas (xlrd for .xls, openpyxl for .xlsx, its C reader for
text) and writes every cell that is not empty as Parquet: file, sheet, row, column, text, number. It does less than a
refresh: nothing is recognised, named, dated, reconciled or reported.
Usage: refresh_pandas.py FOLDER OUT.parquet [calamine]
With the last word, pandas reads workbooks of both kinds with calamine, a library in Rust.
"""

import csv
import io
import sys
from pathlib import Path

import numpy
import pandas
import pyarrow
import pyarrow.parquet


def texts(path):
    """A text file as one frame, whatever its encoding and however long its rows."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    separator = "\t" if path.suffix == ".tsv" else ","
    try:
        frame = pandas.read_csv(io.StringIO(text), header=None, dtype=str, keep_default_na=False, sep=separator,
                                skip_blank_lines=False)
    except pandas.errors.ParserError:
        rows = list(csv.reader(io.StringIO(text), delimiter=separator))
        frame = pandas.DataFrame(rows, dtype=object).fillna("")
    return {"": frame}


def sheets(path, fast):
    if path.suffix.lower() in (".csv", ".tsv"):
        return texts(path)
    engine = "calamine" if fast else "xlrd" if path.suffix.lower() == ".xls" else "openpyxl"
    try:
        return pandas.read_excel(path, sheet_name=None, header=None, engine=engine)
    except Exception as first:  # a wrong extension
        try:
            return pandas.read_excel(path, sheet_name=None, header=None)
        except Exception:
            print(f"not read: {path.name}: {first}", file=sys.stderr)
            return {}


def cells(name, sheet, frame):
    """The cells of a sheet that are not empty, a row each."""
    values = frame.to_numpy(dtype=object)
    if values.size == 0:
        return None
    there = frame.notna().to_numpy() & (values != "")
    rows, columns = there.nonzero()
    kept = pandas.Series(values[rows, columns], dtype=object)
    text = kept.astype(str)
    number = pandas.to_numeric(kept if sheet else text.str.replace(",", ""), errors="coerce")
    n = len(text)
    return pyarrow.table({
        "file": pyarrow.array([name] * n).dictionary_encode(),
        "sheet": pyarrow.array([sheet] * n).dictionary_encode(),
        "row": numpy.asarray(rows + 1, dtype=numpy.int64),
        "column": numpy.asarray(columns + 1, dtype=numpy.int32),
        "text": text,
        "number": numpy.asarray(number, dtype=float),
    }).cast(SCHEMA)


SCHEMA = pyarrow.schema([
    ("file", pyarrow.string()), ("sheet", pyarrow.string()), ("row", pyarrow.int64()),
    ("column", pyarrow.int32()), ("text", pyarrow.string()), ("number", pyarrow.float64())])


def main(folder, out, engine=""):
    root = Path(folder)
    with pyarrow.parquet.ParquetWriter(out, SCHEMA, compression="zstd") as writer:
        for path in sorted(root.rglob("*")):
            if path.suffix.lower() not in (".csv", ".tsv", ".xls", ".xlsx"):
                continue
            for sheet, frame in sheets(path, engine == "calamine").items():
                table = cells(path.relative_to(root).as_posix(), sheet, frame)
                if table is not None:
                    writer.write_table(table)


if __name__ == "__main__":
    main(*sys.argv[1:4])
