"""pyHanko as a judge of our tests.

Reads lines FILE<tab>TRUST.pem[<tab>PASSWORD] from standard input and writes one line of JSON for each to standard output.
"""
import json
import sys

from pyhanko.keys import load_certs_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko_certvalidator import ValidationContext


def describe(status):
    return {
        "intact": status.intact,
        "valid": status.valid,
        "trusted": status.trusted,
        "bottomLine": getattr(status, "bottom_line", None),
        "coverage": status.coverage.name if status.coverage is not None else None,
        "modification": status.modification_level.name if getattr(status, "modification_level", None) is not None else None,
        "docmdpOk": getattr(status, "docmdp_ok", None),
    }


def judge(path, trust, password):
    context = lambda: ValidationContext(trust_roots=list(load_certs_from_pemder([trust])), allow_fetching=True)
    with open(path, "rb") as stream:
        reader = PdfFileReader(stream, strict=False)
        if reader.encrypted:
            reader.decrypt(password)
        rows = []
        for signature in reader.embedded_signatures:
            if signature.sig_object_type == "/DocTimeStamp":
                status = validate_pdf_timestamp(signature, context())
            else:
                status = validate_pdf_signature(signature, signer_validation_context=context(), ts_validation_context=context())
            rows.append({"name": signature.field_name, "type": signature.sig_object_type, **describe(status)})
        return {"file": path, "signatures": rows}


for line in sys.stdin:
    parts = line.rstrip("\n").split("\t")
    try:
        answer = judge(parts[0], parts[1], parts[2] if len(parts) > 2 else "")
    except Exception as error:  # a judge's own failure is its verdict
        answer = {"file": parts[0], "error": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer), flush=True)
