"""Puts real ids and real requests into the positive cases, so that money moves and objects change state.

Half of the cases keep what Schemathesis generated. FUZZ_OBJECTS names a JSON file: `ids` by path parameter, and
`bodies` by operation id.
"""
import copy
import json
import os
import random

import schemathesis

with open(os.environ["FUZZ_OBJECTS"], encoding="utf-8") as file:
    OBJECTS = json.load(file)
RANDOM = random.Random(int(os.environ.get("FUZZ_SEED", "1")))


def is_positive(case):
    meta = case.meta
    return meta is not None and meta.generation.mode.value == "positive"


@schemathesis.hook
def before_call(context, case, kwargs):
    operation = case.operation.definition.raw.get("operationId")
    # The run would end if it revoked, restricted or rotated its own key.
    if (case.path_parameters or {}).get("key") == OBJECTS["ownKey"]:
        case.path_parameters["key"] = OBJECTS["ids"]["key"][0]
    if not is_positive(case):
        return
    for name in list(case.path_parameters or {}):
        known = OBJECTS["ids"].get(f"{operation}:{name}") or OBJECTS["ids"].get(name)
        if known and RANDOM.random() < 0.5:
            case.path_parameters[name] = RANDOM.choice(known)
    bodies = OBJECTS["bodies"].get(operation)
    if bodies and RANDOM.random() < 0.5:
        case.body = copy.deepcopy(RANDOM.choice(bodies))


@schemathesis.hook
def after_call(context, case, response):
    """Collects the ids of created objects for later cases."""
    if response.status_code not in (200, 201, 202):
        return
    try:
        body = response.json()
    except ValueError:
        return
    if not isinstance(body, dict) or not isinstance(body.get("id"), str):
        return
    name = OBJECTS["prefixes"].get(body["id"].split("_")[0])
    if name:
        known = OBJECTS["ids"].setdefault(name, [])
        known.append(body["id"])
        del known[:-200]
