#!/usr/bin/env bash
# Writes a bill of materials in CycloneDX (jobs/target/bom.json) and checks it offline: every part has a fixed version,
# a hash and an acceptable licence. Known vulnerabilities are looked up only
# where OSV=URL names a server with OSV's API; without one that part is skipped.
set -euo pipefail
cd "$(dirname "$0")/../.."
./mvnw -B -ntp -q org.cyclonedx:cyclonedx-maven-plugin:makeBom
python3 jobs/checks/bom.py jobs/target/bom.json "${OSV:-}"
