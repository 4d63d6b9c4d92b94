"""Looks through a bill of materials in CycloneDX.

    python3 bom.py BOM [OSV]        OSV: a server with OSV's API, such as https://api.osv.dev
"""

import collections
import json
import re
import sys
import urllib.request

# Libraries are used as they are and named in NOTICE; none of these binds the program that uses them.
LICENCES = re.compile(
    r"Apache|MIT|BSD|EPL|Eclipse|EDL|CDDL|MPL|Mozilla|LGPL|Public Domain|CC0|UPL|Unicode|ISC|Go License|Bouncy|JSON-java"
    r"|0BSD|Universal Permissive|GPL.*(classpath|CPE|exception)|Zlib",
    re.I,
)

bom = json.load(open(sys.argv[1], encoding="utf-8"))
assert bom["bomFormat"] == "CycloneDX", bom.get("bomFormat")
parts, faults, licences = bom["components"], [], collections.Counter()
for part in parts:
    name = f"{part.get('group', '')}:{part['name']}:{part['version']}"
    if re.search(r"SNAPSHOT|LATEST|RELEASE|[\[\](,]", part["version"]):
        faults.append(f"{name}: its version is not fixed")
    if not any(h["alg"] == "SHA-256" for h in part.get("hashes", [])):
        faults.append(f"{name}: no SHA-256")
    found = [
        entry.get("license", {}).get("id") or entry.get("license", {}).get("name") or entry.get("expression", "")
        for entry in part.get("licenses", [])
    ]
    if found and not any(LICENCES.search(licence) for licence in found):
        faults.append(f"{name}: licence {found}")
    licences["no licence stated" if not found else "licence stated"] += 1

print(f"{len(parts)} parts in CycloneDX {bom['specVersion']}; " + ", ".join(f"{n} {k}" for k, n in licences.items()))
for fault in faults:
    print(f"  {fault}")

osv = sys.argv[2] if len(sys.argv) > 2 else ""
if osv:
    asked = {"queries": [{"package": {"purl": part["purl"]}} for part in parts if "purl" in part]}
    request = urllib.request.Request(
        osv.rstrip("/") + "/v1/querybatch", json.dumps(asked).encode(), {"Content-Type": "application/json"}
    )
    answers = json.load(urllib.request.urlopen(request, timeout=60))["results"]
    known = [(part, answer["vulns"]) for part, answer in zip(parts, answers) if answer.get("vulns")]
    for part, vulnerabilities in known:
        print(f"  {part['purl']}: {', '.join(v['id'] for v in vulnerabilities)}")
    print(f"{len(known)} parts with known vulnerabilities, by {osv}")
else:
    print("Known vulnerabilities: left out, as no OSV server was named.")
print(f"{len(parts) - len(faults)} of {len(parts)} parts pinned, hashed and free to use")
sys.exit(1 if faults else 0)
