"""Footprints each morning, for Apache Airflow 3.

The command decides whether there is anything to do, so there is no sensor. Exit code 4 (something was held or set aside)
is shown as "skipped", which stops nothing and can be alerted on; other codes fail the task.
"""

from datetime import timedelta

import pendulum
from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG

STORE = "/srv/footprints/store"

with DAG(
    dag_id="footprints",
    description="NHS publications as clean Parquet, by the areas the NHS is planned by",
    schedule="10 6 * * *",
    start_date=pendulum.datetime(2026, 1, 1, tz="Europe/London"),
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=timedelta(hours=3),
    tags=["footprints"],
) as dag:
    refresh = BashOperator(
        task_id="refresh",
        bash_command=f"/opt/footprints/footprints refresh --live --to {STORE} --summary /srv/footprints/last.md",
        env={"FOOTPRINTS_CONFIG": "/etc/footprints.conf"},
        append_env=True,
        skip_on_exit_code=4,
        retries=1,
        retry_delay=timedelta(hours=1),
    )
    verify = BashOperator(
        task_id="verify",
        bash_command=f"/opt/footprints/footprints verify --at {STORE}",
        trigger_rule="none_failed",
    )
    refresh >> verify
