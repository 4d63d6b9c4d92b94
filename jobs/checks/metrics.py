"""Whether a metrics file is what Prometheus' text collector reads: python metrics.py FILE."""

import math
import sys

from prometheus_client.parser import text_string_to_metric_families

WANTED = {
    "footprints_run_exit_code", "footprints_run_start_time_seconds", "footprints_run_duration_seconds",
    "footprints_run_files", "footprints_run_observations", "footprints_release_time_seconds",
}

text = open(sys.argv[1], encoding="utf-8").read()
families = list(text_string_to_metric_families(text))
names = [family.name for family in families]
samples = [sample for family in families for sample in family.samples]
assert text.endswith("\n"), "the last line has no end"
assert len(names) == len(set(names)), f"a metric comes twice: {names}"
assert WANTED <= set(names), f"missing: {WANTED - set(names)}"
assert all(family.documentation and family.type == "gauge" for family in families), "a metric without help or type"
keys = [(sample.name, tuple(sorted(sample.labels.items()))) for sample in samples]
assert len(keys) == len(set(keys)), "a sample comes twice"
assert all(math.isfinite(sample.value) for sample in samples), "a value is no number"
assert next(s.value for s in samples if s.name == "footprints_run_exit_code") == 0
print(f"{len(families)} metrics, {len(samples)} samples")
