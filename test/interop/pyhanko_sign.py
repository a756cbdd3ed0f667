"""pyHanko as another signer, and as the author of a form.

    pyhanko_sign.py sign IN OUT KEY.pem CHAIN.pem [FIELD]   a PAdES B-B signature
    pyhanko_sign.py field IN OUT NAME                       an empty, visible signature field with a lock and a demand
"""
import sys

from pyhanko.keys import load_certs_from_pemder, load_private_key_from_pemder
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore


def registry(own, others):
    store = SimpleCertificateStore()
    store.register_multiple([own, *others])
    return store


command, source, target, *rest = sys.argv[1:]
with open(source, "rb") as stream:
    writer = IncrementalPdfFileWriter(stream, strict=False)
    if command == "field":
        lock = fields.FieldMDPSpec(fields.FieldMDPAction.INCLUDE, fields=["soKyHieu"])
        seed = fields.SigSeedValueSpec(flags=fields.SigSeedValFlags.REASONS, reasons=["Phe duyet"])
        spec = fields.SigFieldSpec(rest[0], on_page=0, box=(60, 60, 180, 100), field_mdp_spec=lock, seed_value_dict=seed)
        fields.append_signature_field(writer, spec)
        with open(target, "wb") as out:
            writer.write(out)
    else:
        key, chain, *field = rest
        own, *others = load_certs_from_pemder([chain])
        signer = signers.SimpleSigner(
            signing_cert=own, signing_key=load_private_key_from_pemder(key, passphrase=None), cert_registry=registry(own, others)
        )
        meta = signers.PdfSignatureMetadata(
            field_name=field[0] if field else "Signature1", md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES
        )
        with open(target, "wb") as out:
            signers.sign_pdf(writer, meta, signer=signer, output=out)
