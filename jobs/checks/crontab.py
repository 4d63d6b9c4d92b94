"""A crontab of /etc/cron.d: every line is a variable, or five fields, a user and a command."""

import re
import sys

from croniter import croniter

jobs = 0
for number, line in enumerate(open(sys.argv[1], encoding="utf-8"), 1):
    line = line.strip()
    if not line or line.startswith("#") or re.fullmatch(r"[A-Za-z_]+\s*=.*", line):
        continue
    fields = line.split(None, 6)
    if len(fields) < 7 or not croniter.is_valid(" ".join(fields[:5])) or not re.fullmatch(r"[a-z_][a-z0-9_-]*", fields[5]):
        sys.exit(f"{sys.argv[1]}, line {number}: not five fields, a user and a command")
    if re.search(r"(?<!\\)%", fields[6]):
        sys.exit(f"{sys.argv[1]}, line {number}: cron takes % for the end of the line")
    jobs += 1
sys.exit(0 if jobs else f"{sys.argv[1]}: no job")
