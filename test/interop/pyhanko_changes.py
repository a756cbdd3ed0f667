"""Signed documents with later changes of every kind, made and judged by pyHanko.

Usage: pyhanko_changes.py FOLDER SEED COUNT STEP
Writes the documents to FOLDER and one line of JSON for each signature to standard output. The first documents apply
each change once to each kind of base document, of which only each STEPth is made; COUNT more are drawn at random from
SEED, with several changes each.
"""
import datetime
import io
import json
import logging
import os
import random
import sys

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils import generic, writer
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.fields import FieldMDPAction, FieldMDPSpec, MDPPerm, SigFieldSpec
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator.registry import SimpleCertificateStore

logging.disable(logging.CRITICAL)
D, A = generic.DictionaryObject, generic.ArrayObject
N, F = generic.NumberObject, generic.FloatObject


def make_identity(name, usage=None):
    key = rsa.generate_private_key(65537, 2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key()).serial_number(1000)
        .not_valid_before(datetime.datetime(2020, 1, 1)).not_valid_after(datetime.datetime(2040, 1, 1))
        .add_extension(x509.KeyUsage(True, True, False, False, False, False, False, False, False), True)
    )
    if usage is not None:
        builder = builder.add_extension(x509.ExtendedKeyUsage([usage]), True)
    cert = builder.sign(key, hashes.SHA256())
    der = key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return (
        asn1_x509.Certificate.load(cert.public_bytes(serialization.Encoding.DER)),
        asn1_keys.PrivateKeyInfo.load(der),
    )


CERT, KEY = make_identity("Invented Signer")
TSA_CERT, TSA_KEY = make_identity("Invented Timestamp Service", ExtendedKeyUsageOID.TIME_STAMPING)


def make_signer():
    # Signers of encrypted documents cannot be used twice.
    return signers.SimpleSigner(signing_cert=CERT, signing_key=KEY, cert_registry=SimpleCertificateStore())


STAMPER = DummyTimeStamper(TSA_CERT, TSA_KEY)
XMP = (
    b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""/></rdf:RDF>'
    b"</x:xmpmeta>  \n<?xpacket end='w'?>"
)


def form_xobject(w, text, font):
    stream = generic.StreamObject(
        D({
            pdf_name("/Type"): pdf_name("/XObject"), pdf_name("/Subtype"): pdf_name("/Form"),
            pdf_name("/BBox"): A([N(0), N(0), N(200), N(20)]),
            pdf_name("/Resources"): D({pdf_name("/Font"): D({pdf_name("/Helv"): font})}),
        }),
        stream_data=b"BT /Helv 10 Tf 2 5 Td (" + text.encode() + b") Tj ET",
    )
    return w.add_object(stream)


def make_base(kind):
    """A document of two pages with text fields, a check box, radio buttons, nested fields and signature fields."""
    w = writer.PdfFileWriter(stream_xrefs=kind in ("stream", "encrypted"))
    objstm = w.prepare_object_stream() if kind == "stream" else None
    font = w.add_object(D({
        pdf_name("/Type"): pdf_name("/Font"), pdf_name("/Subtype"): pdf_name("/Type1"), pdf_name("/BaseFont"): pdf_name("/Helvetica"),
    }))
    image = w.add_object(generic.StreamObject(
        D({
            pdf_name("/Type"): pdf_name("/XObject"), pdf_name("/Subtype"): pdf_name("/Image"), pdf_name("/Width"): N(1),
            pdf_name("/Height"): N(1), pdf_name("/BitsPerComponent"): N(8), pdf_name("/ColorSpace"): pdf_name("/DeviceGray"),
        }),
        stream_data=b"\x80",
    ))
    pages = []
    for index in range(2):
        content = w.add_object(generic.StreamObject(stream_data=b"BT /F1 12 Tf 50 700 Td (Page %d) Tj ET /Im1 Do" % (index + 1)))
        page = D({
            pdf_name("/Type"): pdf_name("/Page"), pdf_name("/MediaBox"): A([N(0), N(0), N(595), N(842)]),
            pdf_name("/Contents"): content,
            pdf_name("/Resources"): D({
                pdf_name("/Font"): D({pdf_name("/F1"): font}), pdf_name("/XObject"): D({pdf_name("/Im1"): image}),
            }),
        })
        pages.append(w.insert_page(page))
    annots = [A() for _ in pages]
    flds = A()

    def widget(name, ft, rect, extra=None, page=0, parent=None):
        d = D({
            pdf_name("/Type"): pdf_name("/Annot"), pdf_name("/Subtype"): pdf_name("/Widget"), pdf_name("/T"): pdf_string(name),
            pdf_name("/Rect"): A([N(v) for v in rect]), pdf_name("/F"): N(4), pdf_name("/P"): pages[page],
        })
        if ft is not None:
            d[pdf_name("/FT")] = pdf_name(ft)
        d.update({pdf_name(k): v for k, v in (extra or {}).items()})
        if parent is not None:
            d[pdf_name("/Parent")] = parent
        ref = w.add_object(d)
        annots[page].append(ref)
        if parent is None:
            flds.append(ref)
        return ref

    ap = form_xobject(w, "old", font)
    widget("text", "/Tx", (50, 600, 250, 620), {"/V": pdf_string("old"), "/AP": D({pdf_name("/N"): ap}), "/DA": pdf_string("/Helv 10 Tf")})
    widget("blank", "/Tx", (50, 570, 250, 590), {"/DA": pdf_string("/Helv 10 Tf")})
    ap_dict = w.add_object(D({pdf_name("/N"): form_xobject(w, "ind", font)}))
    widget("indirect", "/Tx", (50, 540, 250, 560), {"/V": w.add_object(pdf_string("ind")), "/AP": ap_dict}, page=1)
    yes, off = form_xobject(w, "x", font), form_xobject(w, "", font)
    widget("check", "/Btn", (300, 600, 312, 612), {
        "/AS": pdf_name("/Off"), "/AP": D({pdf_name("/N"): D({pdf_name("/Yes"): yes, pdf_name("/Off"): off})}),
    })
    group = D({pdf_name("/T"): pdf_string("group")})
    group_ref = w.add_object(group)
    flds.append(group_ref)
    group[pdf_name("/Kids")] = A([
        widget("inner", "/Tx", (50, 500, 250, 520), {"/DA": pdf_string("/Helv 10 Tf")}, parent=group_ref),
        widget("sig", "/Sig", (50, 100, 150, 140), parent=group_ref),
    ])
    kid = w.add_object(D({
        pdf_name("/Type"): pdf_name("/Annot"), pdf_name("/Subtype"): pdf_name("/Widget"), pdf_name("/Rect"): A([N(300), N(500), N(400), N(520)]),
        pdf_name("/F"): N(4), pdf_name("/P"): pages[0], pdf_name("/AP"): D({pdf_name("/N"): form_xobject(w, "", font)}),
    }))
    annots[0].append(kid)
    parent = w.add_object(D({pdf_name("/T"): pdf_string("apart"), pdf_name("/FT"): pdf_name("/Tx"), pdf_name("/Kids"): A([kid])}))
    kid.get_object()[pdf_name("/Parent")] = parent
    flds.append(parent)
    widget("SigA", "/Sig", (50, 200, 150, 240))
    widget("SigB", "/Sig", (200, 200, 300, 240), page=1)
    widget("SigHidden", "/Sig", (0, 0, 0, 0))
    note = w.add_object(D({
        pdf_name("/Type"): pdf_name("/Annot"), pdf_name("/Subtype"): pdf_name("/Text"), pdf_name("/Rect"): A([N(10), N(10), N(30), N(30)]),
        pdf_name("/Contents"): pdf_string("a note"), pdf_name("/F"): N(4),
    }))
    annots[1].append(note)
    for index, ref in enumerate(pages):
        ref.get_object()[pdf_name("/Annots")] = w.add_object(annots[index]) if index == 1 else annots[index]
    root = w.root
    form = D({pdf_name("/Fields"): w.add_object(flds) if kind == "stream" else flds, pdf_name("/DR"): D({pdf_name("/Font"): D({pdf_name("/Helv"): font})}), pdf_name("/SigFlags"): N(3)})
    root[pdf_name("/AcroForm")] = form if kind == "inline" else w.add_object(form)
    root[pdf_name("/Metadata")] = w.add_object(generic.StreamObject(
        D({pdf_name("/Type"): pdf_name("/Metadata"), pdf_name("/Subtype"): pdf_name("/XML")}), stream_data=XMP))
    root[pdf_name("/Lang")] = pdf_string("vi")
    if kind == "tagged":
        tree = D({pdf_name("/Type"): pdf_name("/StructTreeRoot")})
        tree_ref = w.add_object(tree)
        elem = w.add_object(D({
            pdf_name("/S"): pdf_name("/Form"), pdf_name("/P"): tree_ref, pdf_name("/Pg"): pages[0],
            pdf_name("/K"): D({pdf_name("/Type"): pdf_name("/OBJR"), pdf_name("/Obj"): flds.raw_get(0), pdf_name("/Pg"): pages[0]}),
        }))
        tree[pdf_name("/K")] = A([elem])
        tree[pdf_name("/ParentTree")] = w.add_object(D({pdf_name("/Nums"): A([N(0), elem])}))
        flds[0][pdf_name("/StructParent")] = N(0)
        root[pdf_name("/StructTreeRoot")] = tree_ref
        root[pdf_name("/MarkInfo")] = D({pdf_name("/Marked"): generic.BooleanObject(True)})
    w.set_info(w.add_object(D({pdf_name("/Title"): pdf_string("Invented")})))
    if kind == "encrypted":
        w.encrypt("owner", "user", pdf_mac=False)
    out = io.BytesIO()
    w.write(out)
    return out


def open_writer(buffer):
    buffer.seek(0)
    w = IncrementalPdfFileWriter(buffer)
    if w.prev.encrypted:
        w.encrypt("user")
    return w


def sign(buffer, **kwargs):
    w = open_writer(buffer)
    new_field = kwargs.pop("new_field", None)
    meta = signers.PdfSignatureMetadata(subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256", **kwargs)
    out = signers.PdfSigner(meta, make_signer(), new_field_spec=new_field).sign_pdf(w)
    return io.BytesIO(out.getvalue())


def with_lock(buffer, name, lock, perm=None):
    w = open_writer(buffer)
    for field_name, _, ref in fields.enumerate_sig_fields(w, with_name=name):
        spec = FieldMDPSpec(*lock).as_sig_field_lock()
        if perm is not None:
            spec[pdf_name("/P")] = N(perm)
        ref.get_object()[pdf_name("/Lock")] = w.add_object(spec)
        w.mark_update(ref)
    w.write_in_place()
    return buffer


FIRST = {
    "approval": lambda b: sign(b, field_name="SigA"),
    "certify1": lambda b: sign(b, field_name="SigA", certify=True, docmdp_permissions=MDPPerm.NO_CHANGES),
    "certify2": lambda b: sign(b, field_name="SigA", certify=True, docmdp_permissions=MDPPerm.FILL_FORMS),
    "certify3": lambda b: sign(b, field_name="SigA", certify=True, docmdp_permissions=MDPPerm.ANNOTATE),
    "lock-all": lambda b: sign(with_lock(b, "SigA", (FieldMDPAction.ALL,)), field_name="SigA"),
    "lock-some": lambda b: sign(with_lock(b, "SigA", (FieldMDPAction.INCLUDE, ["text", "group", "SigB"])), field_name="SigA"),
    "lock-others": lambda b: sign(with_lock(b, "SigA", (FieldMDPAction.EXCLUDE, ["blank", "SigB"])), field_name="SigA"),
    "lock-docmdp": lambda b: sign(with_lock(b, "SigA", (FieldMDPAction.INCLUDE, ["text"]), 1), field_name="SigA"),
    "new-field": lambda b: sign(b, field_name="Fresh", new_field=SigFieldSpec("Fresh", box=(50, 20, 150, 60))),
}


def find_field(w, path):
    lst = w.root["/AcroForm"]["/Fields"]
    ref = None
    for part in path.split("."):
        for index in range(len(lst)):
            ref = lst.raw_get(index)
            if ref.get_object().get("/T", None) == part:
                lst = ref.get_object().get("/Kids", A())
                break
    return ref


def update(change):
    def apply(buffer):
        w = open_writer(buffer)
        change(w)
        w.write_in_place()
        return buffer
    return apply


def page_ref(w, index):
    return w.root["/Pages"]["/Kids"].raw_get(index)


def helv(w):
    return w.root["/AcroForm"]["/DR"]["/Font"].raw_get("/Helv")


def set_key(path, key, make):
    def change(w):
        ref = find_field(w, path)
        ref.get_object()[pdf_name(key)] = make(w)
        w.mark_update(ref)
    return update(change)


def fill(path, text, appearance="new"):
    def change(w):
        ref = find_field(w, path)
        field = ref.get_object()
        field[pdf_name("/V")] = pdf_string(text)
        w.mark_update(ref)
        if appearance == "new":
            field[pdf_name("/AP")] = D({pdf_name("/N"): form_xobject(w, text, helv(w))})
        elif appearance == "in-place":
            ap = field["/AP"].raw_get("/N")
            stream = ap.get_object()
            stream._data = b"BT /Helv 10 Tf 2 5 Td (" + text.encode() + b") Tj ET"
            stream._encoded_data = None
            w.mark_update(ap)
    return update(change)


def fill_apart(w):
    ref = find_field(w, "apart")
    ref.get_object()[pdf_name("/V")] = pdf_string("apart")
    w.mark_update(ref)
    kid = ref.get_object()["/Kids"].raw_get(0)
    kid.get_object()[pdf_name("/AP")] = D({pdf_name("/N"): form_xobject(w, "apart", helv(w))})
    w.mark_update(kid)


def tick(w):
    ref = find_field(w, "check")
    ref.get_object()[pdf_name("/V")] = pdf_name("/Yes")
    ref.get_object()[pdf_name("/AS")] = pdf_name("/Yes")
    w.mark_update(ref)


def change_root(key, value):
    def change(w):
        w.root[pdf_name(key)] = value(w)
        w.update_root()
    return update(change)


def content(w):
    ref = page_ref(w, 0).get_object().raw_get("/Contents")
    stream = ref.get_object()
    stream._data = b"BT /F1 12 Tf 50 700 Td (Other) Tj ET"
    stream._encoded_data = None
    w.mark_update(ref)


def new_content(w):
    ref = page_ref(w, 0)
    ref.get_object()[pdf_name("/Contents")] = w.add_object(generic.StreamObject(stream_data=b"BT (Other) Tj ET"))
    w.mark_update(ref)


def font(w):
    ref = helv(w)
    ref.get_object()[pdf_name("/BaseFont")] = pdf_name("/Courier")
    w.mark_update(ref)


def image(w):
    ref = page_ref(w, 0).get_object()["/Resources"]["/XObject"].raw_get("/Im1")
    ref.get_object()._data = b"\x00"
    ref.get_object()._encoded_data = None
    w.mark_update(ref)


def add_page(w):
    w.insert_page(D({pdf_name("/Type"): pdf_name("/Page"), pdf_name("/MediaBox"): A([N(0), N(0), N(595), N(842)])}))


def annotation(subtype):
    def change(w):
        page = page_ref(w, 0)
        ref = w.add_object(D({
            pdf_name("/Type"): pdf_name("/Annot"), pdf_name("/Subtype"): pdf_name(subtype), pdf_name("/Contents"): pdf_string("later"),
            pdf_name("/Rect"): A([N(40), N(690), N(300), N(720)]), pdf_name("/F"): N(4),
        }))
        w.register_annotation(page, ref)
        w.mark_update(page)
    return update(change)


def drop_annotation(w):
    page = page_ref(w, 1)
    annots = page.get_object()["/Annots"]
    del annots[-1]
    w.update_container(annots)


def edit_annotation(w):
    ref = page_ref(w, 1).get_object()["/Annots"].raw_get(-1)
    ref.get_object()[pdf_name("/Contents")] = pdf_string("edited")
    w.mark_update(ref)


def new_field(ft):
    def change(w):
        page = page_ref(w, 0)
        ref = w.add_object(D({
            pdf_name("/Type"): pdf_name("/Annot"), pdf_name("/Subtype"): pdf_name("/Widget"), pdf_name("/T"): pdf_string("late"),
            pdf_name("/FT"): pdf_name(ft), pdf_name("/Rect"): A([N(300), N(300), N(400), N(340)]), pdf_name("/F"): N(4),
        }))
        flds = w.root["/AcroForm"]["/Fields"]
        flds.append(ref)
        w.update_container(flds)
        w.register_annotation(page, ref)
        w.mark_update(page)
    return update(change)


def drop_field(w):
    flds = w.root["/AcroForm"]["/Fields"]
    del flds[1]
    w.update_container(flds)


def unsign(w):
    for _, _, ref in fields.enumerate_sig_fields(w, filled_status=True):
        del ref.get_object()["/V"]
        w.mark_update(ref)
        return


def resign(w):
    for _, value, _ in fields.enumerate_sig_fields(w, filled_status=True):
        w.mark_update(value.container_ref if not isinstance(value, generic.IndirectObject) else value)
        return


def info(w):
    ref = w.prev.trailer.raw_get("/Info")
    ref.get_object()[pdf_name("/ModDate")] = pdf_string("D:20260101000000Z")
    w.mark_update(ref)


def xmp(data, in_place=True):
    def change(w):
        stream = generic.StreamObject(
            D({pdf_name("/Type"): pdf_name("/Metadata"), pdf_name("/Subtype"): pdf_name("/XML")}), stream_data=data)
        if in_place:
            ref = w.root.raw_get("/Metadata")
            w.objects[(ref.generation, ref.idnum)] = stream
        else:
            w.root[pdf_name("/Metadata")] = w.add_object(stream)
            w.update_root()
    return update(change)


def resources(w):
    form = w.root["/AcroForm"]
    form["/DR"]["/Font"][pdf_name("/Extra")] = w.add_object(D({
        pdf_name("/Type"): pdf_name("/Font"), pdf_name("/Subtype"): pdf_name("/Type1"), pdf_name("/BaseFont"): pdf_name("/Times-Roman")}))
    w.update_container(form["/DR"])


def orphan(w):
    w.add_object(D({pdf_name("/Nothing"): N(1)}))


def same(w):
    w.mark_update(page_ref(w, 0).get_object().raw_get("/Contents"))
    w.mark_update(page_ref(w, 0))


def float_rect(w):
    page = page_ref(w, 0)
    page.get_object()[pdf_name("/MediaBox")] = A([F("0.0"), F("0.0"), F("595.0"), F("842.0")])
    w.mark_update(page)


def dss(buffer, vri=True, extra=None):
    reader = PdfFileReader(buffer)
    if reader.encrypted:
        reader.decrypt("user")
    signature = reader.embedded_signatures[0]
    contents = signature.pkcs7_content.hex().encode() if vri else None
    w = open_writer(buffer)
    DocumentSecurityStore.supply_dss_in_writer(w, contents, certs=[CERT, TSA_CERT], ocsps=[], crls=[])
    if extra is not None:
        extra(w)
    w.write_in_place()
    return buffer


def spoil_dss(key):
    def change(w):
        store = w.root["/DSS"] if "/DSS" in w.root else None
        if store is None:
            store = D()
            w.root[pdf_name("/DSS")] = w.add_object(store)
            w.update_root()
        store[pdf_name(key)] = A([N(1)])
        w.update_container(store)
    return update(change)


def drop_key(key):
    def change(w):
        if key in w.root:
            del w.root[key]
            w.update_root()
    return update(change)


def stamp(buffer):
    w = open_writer(buffer)
    out = signers.PdfTimeStamper(STAMPER).timestamp_pdf(w, "sha256")
    return io.BytesIO(out.getvalue())


def free(buffer):
    """Frees an object by an appended table."""
    reader = PdfFileReader(buffer)
    number = reader.root["/Pages"]["/Kids"].raw_get(0).idnum
    buffer.seek(0)
    data = buffer.getvalue()
    prev = int(data[data.rindex(b"startxref") + 9:].split()[0])
    size = reader.trailer["/Size"]
    start = len(data)
    root = reader.trailer.raw_get("/Root")
    encrypt = b"/Encrypt %d 0 R" % reader.trailer.raw_get("/Encrypt").idnum if "/Encrypt" in reader.trailer else b""
    tail = b"xref\n%d 1\n0000000000 00001 f \ntrailer<</Prev %d/Size %d/Root %d 0 R" % (number, prev, size, root.idnum) + encrypt + b">>\nstartxref\n%d\n%%%%EOF\n" % start
    return io.BytesIO(data + tail)


def sign_more(**kwargs):
    return lambda b: sign(b, **kwargs)


def move_root(w):
    root = D({key: w.root.raw_get(key) for key in w.root})
    w.set_custom_trailer_entry(pdf_name("/Root"), w.add_object(root))


def new_info(number=None):
    def change(w):
        info_dict = D({pdf_name("/Title"): pdf_string("Other")})
        ref = w.add_object(info_dict) if number is None else generic.IndirectObject(number, 0, w)
        w.set_custom_trailer_entry(pdf_name("/Info"), ref)
    return update(change)


def direct_fields(w):
    form = w.root["/AcroForm"]
    form[pdf_name("/Fields")] = w.add_object(A(list(form.raw_get("/Fields"))) if isinstance(form.raw_get("/Fields"), A) else A(list(form["/Fields"])))
    w.update_container(form)


def indirect_annots(w):
    page = page_ref(w, 0)
    page.get_object()[pdf_name("/Annots")] = w.add_object(A(list(page.get_object()["/Annots"])))
    w.mark_update(page)


def shuffle_annots(w):
    page = page_ref(w, 0)
    page.get_object()[pdf_name("/Annots")] = A(list(reversed(list(page.get_object()["/Annots"]))))
    w.mark_update(page)


def shrink_dss(w):
    store = w.root["/DSS"] if "/DSS" in w.root else D()
    if "/Certs" in store:
        del store["/Certs"][0]
        w.update_container(store["/Certs"])


def spoil_vri(kind):
    def change(w):
        store = w.root["/DSS"] if "/DSS" in w.root else D()
        if "/VRI" not in store:
            return
        vri = store["/VRI"]
        key = next(iter(vri))
        if kind == "drop":
            del vri[key]
            w.update_container(vri)
        elif kind == "edit":
            entry = vri[key]
            entry[pdf_name("/TU")] = pdf_string("D:20260101000000Z")
            w.update_container(entry)
        else:
            cert = store["/Certs"].raw_get(0)
            cert.get_object()._data = b"other"
            cert.get_object()._encoded_data = None
            w.mark_update(cert)
    return update(change)


def remove_value(w):
    ref = find_field(w, "text")
    del ref.get_object()["/V"]
    w.mark_update(ref)


def remove_appearance(w):
    ref = find_field(w, "text")
    del ref.get_object()["/AP"]
    w.mark_update(ref)


def share_appearance(w):
    ref = find_field(w, "blank")
    ref.get_object()[pdf_name("/AP")] = find_field(w, "indirect").get_object().raw_get("/AP")
    w.mark_update(ref)


def value_object(w):
    ref = find_field(w, "indirect").get_object().raw_get("/V")
    w.objects[(ref.generation, ref.idnum)] = pdf_string("other")


def adopt_old(w):
    ref = find_field(w, "blank")
    ref.get_object()[pdf_name("/AP")] = D({pdf_name("/N"): page_ref(w, 0).get_object().raw_get("/Contents")})
    w.mark_update(ref)


def packed(w):
    stream = w.prepare_object_stream()
    field = find_field(w, "blank")
    value = w.add_object(pdf_string("packed"), obj_stream=stream)
    field.get_object()[pdf_name("/V")] = value
    w.mark_update(field)


def kids_rect(w):
    ref = find_field(w, "apart").get_object()["/Kids"].raw_get(0)
    ref.get_object()[pdf_name("/Rect")] = A([N(0), N(0), N(500), N(500)])
    w.mark_update(ref)


def add_kid(w):
    group = find_field(w, "group")
    kid = w.add_object(D({pdf_name("/T"): pdf_string("more"), pdf_name("/FT"): pdf_name("/Tx"), pdf_name("/Parent"): group}))
    group.get_object()["/Kids"].append(kid)
    w.mark_update(group)


def field_type(w):
    ref = find_field(w, "blank")
    ref.get_object()[pdf_name("/FT")] = pdf_name("/Btn")
    w.mark_update(ref)


def sign_with(**kwargs):
    return sign_more(field_name=kwargs["name"], new_field=SigFieldSpec(kwargs.pop("name"), **kwargs))


CHANGES = {
    "root-moved": update(move_root),
    "info-new": new_info(),
    "info-taken": new_info(5),
    "metadata-dropped": drop_key("/Metadata"),
    "xmp-rdf": xmp(b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'),
    "fields-indirect": update(direct_fields),
    "annots-indirect": update(indirect_annots),
    "annots-shuffled": update(shuffle_annots),
    "dss-twice": lambda b: dss(dss(b)),
    "dss-shrunk": lambda b: update(shrink_dss)(dss(b)),
    "vri-dropped": lambda b: spoil_vri("drop")(dss(b)),
    "vri-edited": lambda b: spoil_vri("edit")(dss(b)),
    "dss-certificate-replaced": lambda b: spoil_vri("cert")(dss(b)),
    "value-removed": update(remove_value),
    "appearance-removed": update(remove_appearance),
    "appearance-shared": update(share_appearance),
    "appearance-old-object": update(adopt_old),
    "value-object": update(value_object),
    "value-packed": update(packed),
    "widget-moved": update(kids_rect),
    "field-below-group": update(add_kid),
    "field-type": update(field_type),
    "sign-new-nested": sign_with(name="late.deep"),
    "sign-new-in-group": sign_with(name="group.late"),
    "sign-new-apart": sign_with(name="Apart", box=(300, 20, 400, 60), combine_annotation=False),
    "sign-new-locking": sign_with(name="Locking", field_mdp_spec=FieldMDPSpec(FieldMDPAction.ALL)),
    "nothing": lambda b: b,
    "empty-revision": update(lambda w: w.update_root()),
    "sign-existing": sign_more(field_name="SigB"),
    "sign-hidden": sign_more(field_name="SigHidden"),
    "sign-nested": sign_more(field_name="group.sig"),
    "sign-new-visible": sign_more(field_name="NewSeen", new_field=SigFieldSpec("NewSeen", on_page=1, box=(300, 20, 400, 60))),
    "sign-new-hidden": sign_more(field_name="NewUnseen"),
    "timestamp": stamp,
    "dss": dss,
    "dss-without-vri": lambda b: dss(b, vri=False),
    "dss-odd-key": spoil_dss("/Odd"),
    "dss-bad-certs": spoil_dss("/Certs"),
    "dss-removed": drop_key("/DSS"),
    "fill-text": fill("text", "new"),
    "fill-text-in-place": fill("text", "new", "in-place"),
    "fill-value-only": fill("text", "new", None),
    "fill-blank": fill("blank", "filled"),
    "fill-indirect": fill("indirect", "filled"),
    "fill-indirect-in-place": fill("indirect", "filled", "in-place"),
    "fill-nested": fill("group.inner", "filled"),
    "fill-apart": update(fill_apart),
    "tick": update(tick),
    "flags": set_key("text", "/Ff", lambda w: N(1)),
    "hide-widget": set_key("text", "/F", lambda w: N(2)),
    "default-appearance": set_key("text", "/DA", lambda w: pdf_string("/Helv 12 Tf")),
    "type-annot": set_key("text", "/Type", lambda w: pdf_name("/Annot")),
    "type-other": set_key("text", "/Type", lambda w: pdf_name("/Other")),
    "move-field": set_key("text", "/Rect", lambda w: A([N(0), N(0), N(595), N(842)])),
    "rename-field": set_key("text", "/T", lambda w: pdf_string("renamed")),
    "field-look": set_key("text", "/MK", lambda w: D({pdf_name("/BG"): A([N(1)])})),
    "appearance-no-dict": set_key("text", "/AP", lambda w: A()),
    "signature-no-ref": set_key("SigB", "/V", lambda w: D({pdf_name("/Type"): pdf_name("/Sig")})),
    "signature-odd": set_key("SigB", "/V", lambda w: w.add_object(N(3))),
    "unsign": update(unsign),
    "resign": update(resign),
    "content-in-place": update(content),
    "content-new": update(new_content),
    "font": update(font),
    "image": update(image),
    "add-page": update(add_page),
    "float-rect": update(float_rect),
    "same-again": update(same),
    "orphan": update(orphan),
    "annotation-note": annotation("/Text"),
    "annotation-freetext": annotation("/FreeText"),
    "annotation-dropped": update(drop_annotation),
    "annotation-edited": update(edit_annotation),
    "new-text-field": new_field("/Tx"),
    "new-signature-field": new_field("/Sig"),
    "drop-field": update(drop_field),
    "info": update(info),
    "xmp-in-place": xmp(XMP + b" "),
    "xmp-new": xmp(XMP, False),
    "xmp-broken": xmp(b"<broken"),
    "xmp-entity": xmp(b'<!DOCTYPE x [<!ENTITY e "v">]><x:xmpmeta xmlns:x="adobe:ns:meta/">&e;</x:xmpmeta>'),
    "xmp-other": xmp(b"<other/>"),
    "resources": update(resources),
    "lang": change_root("/Lang", lambda w: pdf_string("en")),
    "names": change_root("/Names", lambda w: D({pdf_name("/Dests"): D()})),
    "extensions": change_root("/Extensions", lambda w: D({pdf_name("/ESIC"): D({pdf_name("/BaseVersion"): pdf_name("/1.7")})})),
    "version": change_root("/Version", lambda w: pdf_name("/2.0")),
    "open-action": change_root("/OpenAction", lambda w: A([page_ref(w, 1), pdf_name("/Fit")])),
    "perms": change_root("/Perms", lambda w: D()),
    "form-removed": drop_key("/AcroForm"),
    "need-appearances": update(lambda w: (w.root["/AcroForm"].__setitem__(pdf_name("/NeedAppearances"), generic.BooleanObject(True)), w.update_container(w.root["/AcroForm"]))),
    "xfa": update(lambda w: (w.root["/AcroForm"].__setitem__(pdf_name("/XFA"), A()), w.update_container(w.root["/AcroForm"]))),
    "freed": free,
}


def judge(path, facts):
    rows = []
    try:
        with open(path, "rb") as stream:
            reader = PdfFileReader(stream)
            if reader.encrypted:
                reader.decrypt("user")
            for signature in reader.embedded_signatures:
                row = {**facts, "field": signature.field_name, "type": signature.sig_object_type}
                try:
                    signature.compute_integrity_info()
                    summary = signature.summarise_integrity_info()
                    level = getattr(signature.diff_result, "modification_level", None)
                    row["coverage"] = signature.coverage.name
                    row["modification"] = level.name if level is not None else "OTHER"
                    row["docmdpOk"] = summary["docmdp_ok"]
                    row["reason"] = "" if level is not None else str(signature.diff_result)[:300]
                except Exception as error:
                    row["error"] = f"{type(error).__name__}: {error}"[:300]
                rows.append(row)
    except Exception as error:
        rows.append({**facts, "field": "", "error": f"{type(error).__name__}: {error}"[:300]})
    return rows


def build(folder, name, base, first, changes):
    facts = {"file": name, "base": base, "first": first, "changes": changes}
    try:
        buffer = FIRST[first](make_base(base))
        for change in changes:
            buffer = CHANGES[change](io.BytesIO(buffer.getvalue()))
    except Exception as error:
        if os.environ.get("SHOW"):
            print(json.dumps({**facts, "skipped": f"{type(error).__name__}: {error}"[:300]}), file=sys.stderr)
        return
    path = os.path.join(folder, name)
    with open(path, "wb") as out:
        out.write(buffer.getvalue())
    for row in judge(path, facts):
        print(json.dumps(row), flush=True)


def main():
    folder = sys.argv[1]
    seed, count, step = (int(word) for word in sys.argv[2:5])
    os.makedirs(folder, exist_ok=True)
    number = 0
    for base, first in [("plain", "approval"), ("stream", "approval"), ("encrypted", "approval"), ("tagged", "approval"), ("inline", "certify2"), ("plain", "lock-all"), ("plain", "lock-some"), ("plain", "certify3")]:
        for change in CHANGES:
            if number % step == 0:
                build(folder, f"one-{number:04d}.pdf", base, first, [change])
            number += 1
    draw = random.Random(seed)
    for index in range(count):
        base = draw.choice(["plain", "stream", "encrypted", "tagged", "inline"])
        first = draw.choice(sorted(FIRST))
        build(folder, f"many-{index:04d}.pdf", base, first, draw.choices(sorted(CHANGES), k=draw.randint(1, 4)))


main()
