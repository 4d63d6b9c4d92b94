"""DSR of a table with phstatsmethods (PyPI, from the Department of Health and Social Care): CSV in, CSV out."""

import sys

import pandas
from PHStatsMethods import ph_dsr

table = pandas.read_csv(sys.argv[1])
rates = ph_dsr(
    table,
    "count",
    "pop",
    "stdpop",
    group_cols="area",
    confidence=[0.95, 0.998],
    euro_standard_pops=False,
)
rates.to_csv(sys.argv[2], index=False)
