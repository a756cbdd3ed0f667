"""pyHanko makes and judges detached CAdES signatures.

    make KEY.pem CERT.pem CHAIN.pem CONTENT OUT [TSA_KEY.pem TSA_CERT.pem]
    judge CMS CONTENT ROOT.pem   writes one line of JSON
"""
import asyncio
import json
import sys

from asn1crypto import cms
from pyhanko.keys import load_cert_from_pemder, load_certs_from_pemder
from pyhanko.keys import load_private_key_from_pemder
from pyhanko.sign import signers
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.sign.validation import async_validate_detached_cms
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore


def make(key, cert, chain, content, out, tsa_key=None, tsa_cert=None):
    store = SimpleCertificateStore()
    store.register_multiple(load_certs_from_pemder([chain]))
    signer = signers.SimpleSigner(
        signing_cert=load_cert_from_pemder(cert), signing_key=load_private_key_from_pemder(key, None), cert_registry=store
    )
    stamper = None
    if tsa_key is not None:
        stamper = DummyTimeStamper(load_cert_from_pemder(tsa_cert), load_private_key_from_pemder(tsa_key, None), certs_to_embed=store)
    with open(content, "rb") as stream:
        signed = asyncio.run(
            signer.async_sign_general_data(stream.read(), "sha256", detached=True, use_cades=True, timestamper=stamper)
        )
    with open(out, "wb") as stream:
        stream.write(signed.dump())


def judge(path, content, root):
    with open(path, "rb") as stream:
        info = cms.ContentInfo.load(stream.read())
    context = ValidationContext(trust_roots=list(load_certs_from_pemder([root])), allow_fetching=False)
    with open(content, "rb") as stream:
        status = asyncio.run(
            async_validate_detached_cms(stream, info["content"], signer_validation_context=context, ts_validation_context=context)
        )
    print(json.dumps({"intact": status.intact, "valid": status.valid, "trusted": status.trusted}))


{"make": make, "judge": judge}[sys.argv[1]](*sys.argv[2:])
