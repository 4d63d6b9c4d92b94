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


folder, wanted = Path(sys.argv[1]), int(sys.argv[2])
files = {path: read(path) for path in sorted(folder.rglob("*.csv"))}
copies = max(1, round(wanted / sum(len(rows) * figures(header) for header, rows in files.values())))
if copies > len(DIGITS) ** 2:
    sys.exit(f"{copies} copies are more than there are codes for: add months.")
for path, (header, rows) in files.items():
    code = [name.strip().lower() for name in header.split(",")].index("org code")
    made = [header]
    for copy in range(copies):
        end = DIGITS[copy // len(DIGITS)] + DIGITS[copy % len(DIGITS)]
        for row in rows:
            cells = row.split(",")
            if copy:
                cells[code] = cells[code][:3] + end
            made.append(",".join(cells))
    path.write_text("\n".join(made) + "\n", encoding="utf-8")
