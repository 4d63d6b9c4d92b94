"""Of the figures that a refresh kept, how many the other program has too: the same number in the same file, sheet and
row. Usage: refresh_compare.py STORE CELLS.parquet; exit 1 when fewer than 99 in 100 are.
"""

import sys
from pathlib import Path

import duckdb

store, cells = sys.argv[1:3]
release = Path(store, "releases", Path(store, "CURRENT").read_text().strip())
duckdb.sql(f"""
    create temp view ours as
    select r.file, v.source_sheet as sheet, v.source_row as row, v.value as number
    from read_parquet('{release}/vintages/*.parquet') v
    join read_parquet('{release}/source_files/*.parquet') r on r.sha256 = v.source_sha256
    where v.value is not null
""")
same = (
    duckdb.sql(f"""
        select count(*) from ours
        semi join read_parquet('{cells}') t using (file, sheet, row, number)
    """).fetchone()[0],
    duckdb.sql("select count(*) from ours").fetchone()[0],
)
share = same[0] / same[1]
print(f"equal results: {same[0]:,} of {same[1]:,} figures ({share:.2%}) are the same number in the same row")
sys.exit(0 if share >= 0.99 else 1)
