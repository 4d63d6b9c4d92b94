"""Runs every notebook on a store, and compares the numbers in their outputs with footprints query.
    python jobs/checks/notebooks.py STORE"""
import csv
import json
import math
import os
import pathlib
import shutil
import subprocess
import sys

import nbclient
import nbformat

here = pathlib.Path(__file__).resolve().parent
home = here.parent.parent
store = pathlib.Path(sys.argv[1]).resolve()
os.environ["FOOTPRINTS_STORE"] = str(store)
os.environ.pop("MPLBACKEND", None)
asked = json.loads((here / "notebooks.json").read_text())
faults, figures, ran = [], 0, 0


def numbers(notebook):
    """What the last line that begins with "numbers:" holds."""
    outputs = [o for c in notebook.cells if c.cell_type == "code" for o in c.outputs]
    said = "".join(o.text for o in outputs if o.output_type == "stream" and o.name == "stdout")
    lines = [line for line in said.splitlines() if line.startswith("numbers:")]
    return json.loads(lines[-1].removeprefix("numbers:"))


found = {}
for path in sorted((home / "notebooks").glob("*.ipynb")):
    notebook = nbformat.read(path, as_version=4)
    if any(c.cell_type == "code" and (c.outputs or c.execution_count) for c in notebook.cells):
        faults.append(f"{path.name} is kept with outputs; clear them")
    if notebook.metadata.kernelspec.language == "java" and shutil.which("java") is None:
        print(f"Left out {path.name}: there is no java on the path.")
        continue
    try:
        nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(path.parent)}}).execute()
    except nbclient.exceptions.CellExecutionError as e:
        faults.append(f"{path.name}: {e}")
        continue
    ran += 1
    found[path.stem] = numbers(notebook)
    drawn = sum("image/png" in o.get("data", {}) for c in notebook.cells if c.cell_type == "code" for o in c.outputs)
    print(f"{path.stem}: {found[path.stem]}, {drawn} pictures")

parts = [f"select '{n}' as notebook, '{k}' as name, cast(({sql}) as double) as value"
         for n in found for k, sql in asked[n].items()]
query = subprocess.run(
    [*os.environ.get("FOOTPRINTS", str(home / "footprints")).split(), "query", " union all ".join(parts), "--at", str(store)],
    capture_output=True, text=True)
if query.returncode != 0:
    sys.exit(query.stderr)
answers = {(r["notebook"], r["name"]): float(r["value"] or "nan") for r in csv.DictReader(query.stdout.splitlines())}
for name, said in found.items():
    if set(said) != set(asked[name]):
        faults.append(f"{name} says {sorted(said)}, and {sorted(asked[name])} are asked for")
    for key, value in said.items():
        figures += 1
        if not math.isclose(value, answers.get((name, key), math.nan), rel_tol=1e-9):
            faults.append(f"{name}: {key} is {value}; footprints query says {answers.get((name, key))}")
print("\n".join(faults))
print(f"{ran} notebooks ran; {figures} numbers compared with footprints query: {len(faults)} faults")
sys.exit(1 if faults else 0)
