"""A ScheduledSparkApplication against the fields that its resource (sparkoperator.k8s.io/v1beta2) has.

The operator's schema is in no registry that can be reached here; these are its fields, with their types, as far as the
file uses them, and the ones that it requires. A field that is not listed is refused.
"""

import sys

import yaml

TEXT, NUMBER, LIST, MAP = str, int, list, dict
POD = {"cores": NUMBER, "memory": TEXT, "serviceAccount": TEXT, "instances": NUMBER}
APPLICATION = {
    "type": TEXT, "mode": TEXT, "image": TEXT, "imagePullPolicy": TEXT, "sparkVersion": TEXT, "mainClass": TEXT,
    "mainApplicationFile": TEXT, "arguments": LIST, "sparkConf": MAP, "restartPolicy": {"type": TEXT},
    "timeToLiveSeconds": NUMBER, "driver": POD, "executor": POD,
}
FIELDS = {
    "apiVersion": TEXT,
    "kind": TEXT,
    "metadata": {"name": TEXT, "namespace": TEXT},
    "spec": {
        "schedule": TEXT, "timeZone": TEXT, "concurrencyPolicy": TEXT, "successfulRunHistoryLimit": NUMBER,
        "failedRunHistoryLimit": NUMBER, "template": APPLICATION,
    },
}
REQUIRED = {"spec": {"schedule", "template"}, "spec.template": {"driver", "executor", "sparkVersion", "type"}}
CHOICES = {
    "apiVersion": {"sparkoperator.k8s.io/v1beta2"},
    "kind": {"ScheduledSparkApplication"},
    "spec.concurrencyPolicy": {"Allow", "Forbid", "Replace"},
    "spec.template.type": {"Java", "Python", "Scala", "R"},
    "spec.template.mode": {"cluster", "client"},
    "spec.template.restartPolicy.type": {"Never", "Always", "OnFailure"},
}


def check(value, fields, path):
    if isinstance(fields, dict):
        if not isinstance(value, dict):
            return [f"{path} is not a map"]
        faults = [f"{path} has no field {k}" for k in value.keys() - fields.keys()]
        faults += [f"{path} lacks {k}" for k in REQUIRED.get(path, set()) - value.keys()]
        for key in value.keys() & fields.keys():
            faults += check(value[key], fields[key], f"{path}.{key}" if path else key)
        return faults
    if not isinstance(value, fields):
        return [f"{path} is a {type(value).__name__}, not a {fields.__name__}"]
    if path in CHOICES and value not in CHOICES[path]:
        return [f"{path} is {value}, not one of {sorted(CHOICES[path])}"]
    if fields is dict:
        return [f"{path}.{k} is not a text" for k, v in value.items() if not isinstance(v, str)]
    return []


faults = check(yaml.safe_load(open(sys.argv[1], encoding="utf-8")), FIELDS, "")
sys.exit("\n".join(f"{sys.argv[1]}: {fault}" for fault in faults) if faults else 0)
