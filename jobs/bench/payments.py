"""Writes made-up payments of trusts in the layout of spending over 25,000 pounds.

    python payments.py FOLDER ROWS
"""

import csv
import datetime
import random
import sys
from pathlib import Path

ROWS_OF_A_FILE = 250_000
PAYERS = ["BRADFORD TEACHING HOSPITALS NHS FOUNDATION TRUST", "BARTS HEALTH NHS TRUST"]
HEADER = ["Department Family", "Entity", "Date", "Expense Type", "Expense Area", "Supplier", "Transaction Number", "Amount"]

folder, rows = Path(sys.argv[1]), int(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
draw = random.Random(1)
month = datetime.date(2012, 4, 1)
for begin in range(0, rows, ROWS_OF_A_FILE):
    with open(folder / f"Spend over 25k {month:%B %Y} {begin}.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(HEADER)
        for row in range(begin, min(rows, begin + ROWS_OF_A_FILE)):
            day = month.replace(day=draw.randint(1, 28))
            out.writerow([
                "Department of Health", PAYERS[row % len(PAYERS)], f"{day:%d/%m/%Y}", "DRUGS", "PHARMACY",
                f"SUPPLIER {draw.randint(1, 20_000)} LTD", 700_000 + row, f"{draw.uniform(25_000, 900_000):.2f}",
            ])
    month = (month.replace(day=28) + datetime.timedelta(days=7)).replace(day=1)
    if month.year > 2024:
        month = datetime.date(2012, 4, 1)
