"""Prints how equal the tasks of each Spark stage were, from a plain event log: time, rows, and bytes spilled.

    python tasks.py EVENT_LOG
"""

import json
import statistics
import sys
from collections import defaultdict

stages = defaultdict(list)
names = {}
with open(sys.argv[1], encoding="utf-8") as log:
    for line in log:
        event = json.loads(line)
        if event["Event"] == "SparkListenerStageSubmitted":
            info = event["Stage Info"]
            names[info["Stage ID"]] = info["Stage Name"]
        elif event["Event"] == "SparkListenerTaskEnd" and event["Task Metrics"]:
            metrics = event["Task Metrics"]
            read = metrics["Shuffle Read Metrics"]
            stages[event["Stage ID"]].append((
                metrics["Executor Run Time"] / 1000,
                read["Total Records Read"],
                metrics["Disk Bytes Spilled"] / 2**20,
                metrics["Peak Execution Memory"] / 2**20,
            ))
for stage, tasks in sorted(stages.items()):
    seconds = [t[0] for t in tasks]
    rows = [t[1] for t in tasks]
    print(
        f"stage {stage} ({names.get(stage, '')}): {len(tasks)} tasks, median {statistics.median(seconds):.1f} s, "
        f"longest {max(seconds):.1f} s"
        + (f"; rows: median {statistics.median(rows):,.0f}, most {max(rows):,}" if max(rows) else "")
        + f"; {sum(t[2] for t in tasks):,.0f} MiB spilled, at most {max(t[3] for t in tasks):,.0f} MiB of memory for sorting"
    )
