"""What Airflow makes of a file: it has to have one DAG, no errors, and the tasks in their order."""

import sys
from pathlib import Path

import airflow
from airflow.models.dagbag import DagBag

file = Path(sys.argv[1])
bag = DagBag(dag_folder=str(file), include_examples=False)
if bag.import_errors:
    sys.exit("\n".join(f"{name}: {error}" for name, error in bag.import_errors.items()))
dag = bag.dags["footprints"]
assert {t.task_id for t in dag.tasks} == {"refresh", "verify"}, dag.tasks
assert dag.get_task("verify").upstream_task_ids == {"refresh"}
assert not dag.catchup and dag.max_active_runs == 1
print(f"DagBag of Airflow {airflow.__version__}: {len(dag.tasks)} tasks")
