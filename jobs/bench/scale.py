"""Multiplies the organisations of made-up attendances at A&E until the files have so many figures.

    python scale.py FOLDER FIGURES

Each row is there again for other codes, without the row of totals: as many copies as the number of figures needs.
"""

import sys
from pathlib import Path

DIGITS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
BEFORE_FIGURES = 4
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read(path):
    data = path.read_bytes()
    text = data.decode("utf-8-sig" if data.startswith(BYTE_ORDER_MARK) else "cp1252")
    lines = text.splitlines()
    return lines[0], [line for line in lines[1:] if line.strip() and "TOTAL" not in line.upper()]


def figures(header):
    return sum(1 for name in header.split(",")[BEFORE_FIGURES:] if name != "Artificial data")


def made_up_code(number):
    """Returns a code of five characters, another for each number, that no organisation has."""
    end = ""
    for _ in range(4):
        number, digit = divmod(number, len(DIGITS))
        end = DIGITS[digit] + end
    return "Z" + end


folder, wanted = Path(sys.argv[1]), int(sys.argv[2])
files = {path: read(path) for path in sorted(folder.rglob("*.csv"))}
files = {path: file for path, file in files.items() if "Org Code" in file[0].split(",")}
copies = max(1, round(wanted / sum(len(rows) * figures(header) for header, rows in files.values())))
numbers = {}
for path, (header, rows) in files.items():
    code = header.split(",").index("Org Code")
    made = [header]
    for copy in range(copies):
        for row in rows:
            cells = row.split(",")
            if copy:
                cells[code] = made_up_code(numbers.setdefault(cells[code], len(numbers)) * copies + copy)
            made.append(",".join(cells))
    path.write_text("\n".join(made) + "\n", encoding="utf-8")
