"""Multiplies the organisations of made-up attendances at A&E: each row again for other codes, without the total row.

    python scale.py FOLDER TIMES
"""

import sys
from pathlib import Path

DIGITS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"

for path in sorted(Path(sys.argv[1]).rglob("*.csv")):
    lines = path.read_text(encoding="utf-8").splitlines()
    header, rows = lines[0], [line for line in lines[1:] if line.strip() and "TOTAL" not in line.upper()]
    code = [name.strip().lower() for name in header.split(",")].index("org code")
    made = [header]
    for copy in range(int(sys.argv[2])):
        for row in rows:
            cells = row.split(",")
            if copy:
                cells[code] = cells[code][:3] + DIGITS[copy // len(DIGITS)] + DIGITS[copy % len(DIGITS)]
            made.append(",".join(cells))
    path.write_text("\n".join(made) + "\n", encoding="utf-8")
