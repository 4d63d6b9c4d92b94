"""What two workers give, by the parts of measured runs.

    python scaling.py "NS NS NS" "NS NS NS" [RECORD_HERE RECORD_ON_TWO_WORKERS]
    python scaling.py --model SERIAL PARALLEL MORE        seconds: on paper, for one worker and for two

The first two are nanoseconds of whole commands, here and on two workers; the records are those of one run of each
(STORE/runs/ID.json). Model: T(n) = s + p/n + m: s the driver alone, p the tasks, m what a cluster adds.
"""

import json
import statistics
import sys


def parts(record):
    seconds = json.load(open(record, encoding="utf-8"))["seconds"]
    parallel = seconds.get("read", 0.0)
    return seconds["all"] - parallel, parallel


def model(serial, parallel, more):
    one, two = serial + parallel + more, serial + parallel / 2 + more
    print(f"  model: s = {serial:.1f} s, p = {parallel:.1f} s, m = {more:.1f} s (p of one worker)")
    print(f"  T(1) = {one:.1f} s, T(2) = {two:.1f} s: {one / two:.2f} times; "
          f"1.6 times needs p of at least {3 * (serial + more):.1f} s")


if sys.argv[1] == "--model":
    model(*map(float, sys.argv[2:5]))
    sys.exit()
here, there = (statistics.median(map(int, words.split())) / 1e9 for words in sys.argv[1:3])
print(f"speed: {here:.1f} s here on two cores, {there:.1f} s on two workers of a core: {there / here:.2f} times (aim 1.3)")
if len(sys.argv) == 3:
    sys.exit()
serial_here, read_here = parts(sys.argv[3])
serial_there, read_there = parts(sys.argv[4])
print(f"  here:        {serial_here:.1f} s driver, {read_here:.1f} s tasks")
print(f"  two workers: {serial_there:.1f} s driver, {read_there:.1f} s tasks")
