"""Workbooks of a release as openpyxl reads them, against their CSV, and as LibreOffice saved them.
    python jobs/checks/workbooks.py RELEASE ODS_FOLDER"""
import csv
import math
import pathlib
import sys
import warnings
import xml.etree.ElementTree as xml
import zipfile

import openpyxl

csv.field_size_limit(1 << 24)
warnings.simplefilter("ignore")
release, converted = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
faults, cells, opened = [], 0, 0


def number(text):
    try:
        return float(text)
    except ValueError:
        return None


def in_libreoffice(path):
    """Names of sheets, rows with anything in them, and formulas."""
    sheets, formulas = {}, 0
    with zipfile.ZipFile(path) as archive, archive.open("content.xml") as content:
        name, rows = None, 0
        for event, element in xml.iterparse(content, ("start", "end")):
            if event == "start" and element.tag == TABLE + "table":
                name, rows = element.get(TABLE + "name"), 0
            elif event == "end" and element.tag == TABLE + "table-row":
                formulas += sum(c.get(TABLE + "formula") is not None for c in element)
                if any(list(c) for c in element):
                    rows += int(element.get(TABLE + "number-rows-repeated", 1))
                element.clear()
            elif event == "end" and element.tag == TABLE + "table":
                sheets[name] = rows
    return sheets, formulas


files = sorted((release / "reports" / "xlsx").glob("*.xlsx"))
for path in files:
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[-1]
    (table,) = [sheet.tables[t] for t in sheet.tables]
    head = sheet[table.ref][0]
    rows = list(sheet.iter_rows(min_row=head[0].row + 1, values_only=True))
    with open(release / "reports" / "csv" / (path.stem + ".csv"), newline="") if (
            release / "reports" / "csv" / (path.stem + ".csv")).exists() else open("/dev/null") as file:
        lines = list(csv.DictReader(file))
    said = [v for row in sheet.iter_rows(max_row=head[0].row - 1, values_only=True) for v in row if v]
    if any("financial years only" in s for s in said):
        lines = [line for line in lines if line["period_kind"] == "financial_year"]
    if lines:
        if len(lines) != len(rows):
            faults.append(f"{path.name} has {len(rows)} rows, its CSV {len(lines)}")
        for place, column in enumerate(lines[0]):
            as_csv = [number(line[column]) for line in lines]
            if any(v is not None for v in as_csv):
                ours = math.fsum(row[place] for row in rows if isinstance(row[place], (int, float)))
                theirs = math.fsum(v for v in as_csv if v is not None)
                texts = [row[place] for row in rows if isinstance(row[place], str) and number(row[place]) is not None]
                cells += len(as_csv)
                if not texts and not math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=1e-6):
                    faults.append(f"{path.name}: {column} adds up to {ours}, in its CSV to {theirs}")
    saved = converted / (path.stem + ".ods")
    if converted.is_dir():
        if not saved.is_file():
            faults.append(f"LibreOffice did not open {path.name}")
            continue
        opened += 1
        sheets, formulas = in_libreoffice(saved)
        if list(sheets) != book.sheetnames or formulas:
            faults.append(f"LibreOffice has {list(sheets)} with {formulas} formulas in {path.name}")
        if sheets.get(sheet.title) != sheet.max_row:
            faults.append(f"LibreOffice has {sheets.get(sheet.title)} rows in {path.name}, openpyxl {sheet.max_row}")
print("\n".join(faults[:30]))
print(f"{len(files)} workbooks opened by openpyxl, {opened} by LibreOffice; {cells:,} figures compared with CSV: "
      f"{len(faults)} faults")
sys.exit(1 if faults else 0)
