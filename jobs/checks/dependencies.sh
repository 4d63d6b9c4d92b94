#!/usr/bin/env bash
# What the program is made of: a bill of materials in CycloneDX (jobs/target/bom.json), and what can be told of it
# offline: every part has a fixed version, a hash and a licence that may be used. Known vulnerabilities are looked up only
# where OSV=URL names a server with OSV's API; without one that part says that it was left out.
set -euo pipefail
cd "$(dirname "$0")/../.."
./mvnw -B -ntp -q org.cyclonedx:cyclonedx-maven-plugin:makeBom
python3 jobs/checks/bom.py jobs/target/bom.json "${OSV:-}"
