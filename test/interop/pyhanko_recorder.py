"""A plugin of pytest that writes down every PDF that pyHanko's own tests validate, and what came of it.

Used as `pytest -p pyhanko_recorder` with REC_OUT naming a folder: `records.jsonl`, `signed/` and `trust/` are written there,
of passing tests only. `npm run soak pyhanko-suite` runs it.
"""
import enum
import functools
import hashlib
import inspect
import json
import os
import sys

import pytest
from pyhanko.sign.validation import ades, pdf_embedded
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleTrustManager

OUT = os.environ["REC_OUT"]
pending, current = [], {"test": None, "depth": 0}
for folder in ("signed", "trust"):
    os.makedirs(f"{OUT}/{folder}", exist_ok=True)


def put(folder, data, extension):
    path = f"{folder}/{hashlib.sha256(data).hexdigest()[:20]}{extension}"
    with open(f"{OUT}/{path}", "wb") as out:
        out.write(data)
    return path


def roots_of(manager):
    if isinstance(manager, SimpleTrustManager):
        return [put("trust", cert.dump(), ".der") for cert in manager.iter_certs()]
    return None


def word(value):
    return f"{type(value).__name__}.{value.name}" if isinstance(value, enum.Enum) else None


def describe(status):
    if status is None:
        return None
    row = {}
    for key in ("bottom_line", "intact", "valid", "trusted", "docmdp_ok", "seed_value_ok"):
        try:
            row[key] = getattr(status, key)
        except AttributeError:
            pass
    for key in ("coverage", "modification_level"):
        value = getattr(status, key, None)
        row[key] = value.name if value is not None else None
    row["trust_problem"] = word(getattr(status, "trust_problem_indic", None))
    return {key: value for key, value in row.items() if key != "trust_problem" or value is not None}


def describe_ades(result):
    return {"subindic": word(result.ades_subindic), "status": word(result.ades_subindic.status), "api": describe(result.api_status)}


def is_custom(policy):
    """Tells an algorithm policy of a test's own from the usual ones."""
    return policy is not None and type(policy).__module__.split(".")[0] not in ("pyhanko", "pyhanko_certvalidator")


def begin(api, args):
    import datetime

    signature = args["embedded_sig"]
    stream = signature.reader.stream
    stream.seek(0)
    entry = {"file": put("signed", stream.read(), ".pdf"), "api": api, "field": signature.field_name, "test": current["test"]}
    entry["validationTime"] = datetime.datetime.now(datetime.timezone.utc).isoformat()
    notes = []
    context = args.get("signer_validation_context") or args.get("validation_context")
    spec = args.get("pdf_validation_spec")
    if isinstance(context, ValidationContext):
        entry["trust"] = roots_of(context.path_builder.trust_manager)
        entry["validationTime"] = context.moment.isoformat()
        other = args.get("ts_validation_context")
        if isinstance(other, ValidationContext) and other is not context:
            entry["timestampTrust"] = roots_of(other.path_builder.trust_manager)
        policies = [context.algorithm_policy]
        policy = context.algorithm_policy
        weak = getattr(policy, "weak_hash_algos", None)
        is_odd = weak is not None and set(weak) != {"sha1", "md5", "md2"}
        is_odd = is_odd or getattr(policy, "dsa_key_size_threshold", 3192) != 3192
        if is_odd or getattr(policy, "weak_signature_algos", None):
            notes.append("algorithms")
        if any(getattr(anchor, "_quals", None) is not None for anchor in getattr(context.path_builder.trust_manager, "_roots", [])):
            notes.append("qualifiers")
        if isinstance(other, ValidationContext):
            anchors = getattr(other.path_builder.trust_manager, "_roots", [])
            if any(getattr(anchor, "_quals", None) is not None for anchor in anchors):
                notes.append("qualifiers")
    elif spec is not None:
        inner = spec.signature_validation_spec
        entry["trust"] = roots_of(inner.cert_validation_policy.trust_manager)
        timing = args.get("timing_info")
        if timing is not None:
            entry["validationTime"] = timing.validation_time.isoformat()
        policies = [inner.signature_algorithm_policy, inner.cert_validation_policy.algorithm_usage_policy]
        if inner.local_knowledge.known_poes:
            notes.append("proofs")
        if "NO_CHECK" not in repr(inner.cert_validation_policy.revinfo_policy):
            notes.append("revocation")
    else:
        entry["trust"] = []
        policies = []
    if entry["trust"] is None:
        notes.append("lists")
    if any(is_custom(policy) for policy in [*policies, args.get("algorithm_policy")]):
        notes.append("algorithms")
    for key, note in (("diff_policy", "difference"), ("algorithm_policy", "algorithms"), ("future_validation_time", "future"), ("skip_diff", "skipped")):
        if args.get(key):
            notes.append(note)
    return {**entry, "notes": sorted(set(notes))}


def wrap(api, function, render):
    signature = inspect.signature(function)

    @functools.wraps(function)
    async def inner(*args, **kwargs):
        bound = signature.bind(*args, **kwargs)
        bound.apply_defaults()
        entry = begin(api, bound.arguments) if current["depth"] == 0 else None
        if entry is not None:
            pending.append(entry)
        current["depth"] += 1
        try:
            result = await function(*args, **kwargs)
            if entry is not None:
                entry["result"] = render(result)
            return result
        except Exception as error:
            if entry is not None:
                entry["raised"] = f"{type(error).__name__}: {error}"[:200]
            raise
        finally:
            current["depth"] -= 1

    return inner


for home, name, api, render in [
    (pdf_embedded, "async_validate_pdf_signature", "signature", describe),
    (pdf_embedded, "async_validate_pdf_timestamp", "doctimestamp", describe),
    (ades, "ades_lta_validation", "ades_lta_validation", describe_ades),
    (ades, "simulate_future_ades_lta_validation", "simulate_future_ades_lta_validation", describe_ades),
]:
    original = getattr(home, name)
    wrapped = wrap(api, original, render)
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").startswith("pyhanko") and getattr(module, name, None) is original:
            setattr(module, name, wrapped)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_call(item):
    pending.clear()
    current.update(test=item.nodeid, depth=0)
    outcome = yield
    if outcome.excinfo is None:
        with open(f"{OUT}/records.jsonl", "a") as out:
            for entry in pending:
                out.write(json.dumps(entry, default=str) + "\n")
