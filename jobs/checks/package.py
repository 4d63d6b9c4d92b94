"""The data package of a release: valid, every file in it there, and the CSV files as it says.
    python jobs/checks/package.py RELEASE"""
import pathlib
import sys

import frictionless

SMALL = 3 << 20
release = pathlib.Path(sys.argv[1])
faults = list(frictionless.Package.metadata_validate(
    frictionless.Package.from_descriptor(str(release / "datapackage.json")).to_descriptor()))
package = frictionless.Package(str(release / "datapackage.json"))
checked = 0
for resource in package.resources:
    for path in [resource.path, *resource.extrapaths]:
        if not (release / path).is_file():
            faults.append(f"{path} is not there")
    if resource.format == "csv" and (release / resource.path).stat().st_size < SMALL:
        checked += 1
        report = resource.validate(limit_errors=5)
        faults += [f"{resource.path}: {e}" for e in report.flatten(["rowNumber", "fieldName", "type", "note"])]
print("\n".join(str(f) for f in faults[:30]))
print(f"datapackage.json: {len(package.resources)} resources, {checked} CSV files compared with it: {len(faults)} faults")
sys.exit(1 if faults else 0)
