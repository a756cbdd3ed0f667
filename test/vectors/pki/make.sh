#!/usr/bin/env bash
# Makes every file of this folder anew with OpenSSL 3.0. All names are invented and marked "motcua test".
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
days=36500
ca() { printf '%s\n' "basicConstraints=critical,CA:TRUE$1" "keyUsage=critical,keyCertSign,cRLSign" subjectKeyIdentifier=hash; }

# A root and an issuing authority with every extension that is read.
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/root.key" -out "$work/root.pem" -days $days -sha256 \
  -subj '/C=VN/O=motcua test/CN=vector root' 2>"$work/log"
openssl req -newkey rsa:2048 -nodes -keyout "$work/ca.key" -out "$work/ca.csr" -subj '/C=VN/O=motcua test/CN=vector issuing' 2>>"$work/log"
{ ca ',pathlen:0'; cat <<X
authorityKeyIdentifier=keyid,issuer
authorityInfoAccess=OCSP;URI:http://ocsp.motcua.test/,caIssuers;URI:http://ca.motcua.test/root.cer
crlDistributionPoints=URI:http://crl.motcua.test/root.crl
certificatePolicies=1.3.6.1.4.1.32473.1.2,2.5.29.32.0
policyConstraints=requireExplicitPolicy:3,inhibitPolicyMapping:1
inhibitAnyPolicy=2
policyMappings=1.3.6.1.4.1.32473.1.2:1.3.6.1.4.1.32473.1.3
nameConstraints=critical,permitted;dirName:base,permitted;DNS:motcua.test,permitted;email:.motcua.test,excluded;IP:10.0.0.0/255.0.0.0
[base]
C=VN
O=motcua test
X
} > "$work/ca.ext"
openssl x509 -req -in "$work/ca.csr" -CA "$work/root.pem" -CAkey "$work/root.key" -set_serial 0x1001 -days $days -sha256 -extfile "$work/ca.ext" -out "$work/ca.pem" 2>>"$work/log"

leaf() { # name, key options, signing options, extensions
  openssl genpkey $2 -out "$work/$1.key" 2>>"$work/log"
  openssl req -new -key "$work/$1.key" -out "$work/$1.csr" -utf8 -subj "/C=VN/O=motcua test/OU=Phòng thử/CN=$1" 2>>"$work/log"
  printf '%s\n' subjectKeyIdentifier=hash authorityKeyIdentifier=keyid "$4" > "$work/$1.ext"
  openssl x509 -req -in "$work/$1.csr" -CA "$work/ca.pem" -CAkey "$work/ca.key" -set_serial "0x$(printf %s "$1" | sha256sum | cut -c1-16)" -days $days $3 -extfile "$work/$1.ext" -out "$work/$1.pem" 2>>"$work/log"
}
sign='keyUsage=critical,digitalSignature,nonRepudiation'
leaf rsa '-algorithm RSA -pkeyopt rsa_keygen_bits:2048' -sha256 "$sign
subjectAltName=email:thu@phong.motcua.test,URI:https://motcua.test/a,dirName:base
qcStatements=ASN1:SEQUENCE:qc
[base]
CN=vector
[qc]
one=SEQUENCE:esi
[esi]
id=OID:0.4.0.1862.1.1"
leaf pss '-algorithm RSA -pkeyopt rsa_keygen_bits:2048' '-sha384 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:48 -sigopt rsa_mgf1_md:sha384' "$sign"
leaf p256 '-algorithm EC -pkeyopt ec_paramgen_curve:P-256' -sha256 "$sign"
leaf p384 '-algorithm EC -pkeyopt ec_paramgen_curve:P-384' -sha384 "$sign"
leaf p521 '-algorithm EC -pkeyopt ec_paramgen_curve:P-521' -sha512 "$sign"
leaf ed25519 '-algorithm ED25519' -sha256 "$sign"
leaf tsa '-algorithm EC -pkeyopt ec_paramgen_curve:P-256' -sha256 'extendedKeyUsage=critical,timeStamping'
leaf ocsp '-algorithm EC -pkeyopt ec_paramgen_curve:P-256' -sha256 'extendedKeyUsage=OCSPSigning
noCheck=ignored'
for name in root ca rsa pss p256 p384 p521 ed25519 tsa ocsp; do openssl x509 -in "$work/$name.pem" -outform DER -out "$name.cer"; done

# CMS over the text, detached; one in BER with segments, one with SHA-1 ESS, one embedding its content.
printf 'nội dung thử\n' > content.txt
cms() { openssl cms -sign -binary -in content.txt -certfile "$work/ca.pem" -signer "$work/$1.pem" -inkey "$work/$1.key" -outform DER "${@:3}" -out "$2"; }
cms rsa cms-rsa.p7s -md sha256 -cades
cms rsa cms-rsa-pss.p7s -md sha512 -cades -keyopt rsa_padding_mode:pss
cms p256 cms-p256.p7s -md sha256 -cades
cms p521 cms-p521.p7s -md sha512 -cades
cms rsa cms-keyid.p7s -md sha384 -keyid
cms rsa cms-no-attributes.p7s -md sha256 -noattr
cms rsa cms-embedded-ber.p7s -md sha256 -nodetach -stream

# A timestamp, OCSP answers and a CRL.
cat > "$work/ts.cnf" <<X
[tsa]
default_tsa=conf
[conf]
serial=$work/ts.serial
signer_digest=sha256
default_policy=1.3.6.1.4.1.32473.1.1
digests=sha256,sha512
accuracy=secs:1,millisecs:500,microsecs:100
ordering=yes
tsa_name=yes
ess_cert_id_chain=no
ess_cert_id_alg=sha256
X
echo 01 > "$work/ts.serial"
openssl ts -query -data content.txt -sha512 -cert -out timestamp.tsq 2>>"$work/log"
openssl ts -reply -config "$work/ts.cnf" -section conf -queryfile timestamp.tsq -signer "$work/tsa.pem" -inkey "$work/tsa.key" -chain "$work/ca.pem" -out timestamp.tsr 2>>"$work/log"
openssl ts -query -data content.txt -sha1 -out "$work/sha1.tsq" 2>>"$work/log"
openssl ts -reply -config "$work/ts.cnf" -section conf -queryfile "$work/sha1.tsq" -signer "$work/tsa.pem" -inkey "$work/tsa.key" -out timestamp-refused.tsr 2>>"$work/log"

serial() { openssl x509 -in "$work/$1.pem" -noout -serial | cut -d= -f2; }
subject() { openssl x509 -in "$work/$1.pem" -noout -subject -nameopt compat | sed 's/^subject=//'; }
: > "$work/index.txt"
printf 'V\t21250101000000Z\t\t%s\tunknown\t%s\n' "$(serial rsa)" "$(subject rsa)" >> "$work/index.txt"
printf 'R\t21250101000000Z\t260105083000Z,keyCompromise\t%s\tunknown\t%s\n' "$(serial p256)" "$(subject p256)" >> "$work/index.txt"
openssl ocsp -issuer "$work/ca.pem" -cert "$work/rsa.pem" -reqout ocsp-request.der -no_nonce >/dev/null 2>>"$work/log"
answer() { openssl ocsp -issuer "$work/ca.pem" -cert "$work/$1.pem" -reqout "$work/req.der" >/dev/null 2>>"$work/log"
  openssl ocsp -index "$work/index.txt" -CA "$work/ca.pem" -rsigner "$work/$2.pem" -rkey "$work/$2.key" -reqin "$work/req.der" -respout "$3" "${@:4}" >/dev/null 2>>"$work/log"; }
answer rsa ocsp ocsp-good.der -ndays 36500
answer p256 ca ocsp-revoked-by-key.der -resp_key_id
answer p384 ocsp ocsp-unknown.der
cat > "$work/crl.cnf" <<X
[ca]
default_ca=one
[one]
database=$work/index.txt
default_md=sha256
crlnumber=$work/crlnumber
crl_extensions=ext
[ext]
authorityKeyIdentifier=keyid
issuingDistributionPoint=critical,@idp
[idp]
onlyuser=TRUE
X
echo 0F > "$work/crlnumber"
openssl ca -gencrl -config "$work/crl.cnf" -keyfile "$work/ca.key" -cert "$work/ca.pem" -crldays 36500 -out "$work/ca.crl" 2>>"$work/log"
openssl crl -in "$work/ca.crl" -outform DER -out ca.crl

# Key files. The password is "mật khẩu" unless the name says otherwise; the keys are worthless.
p12() { openssl pkcs12 -export -inkey "$work/rsa.key" -in "$work/rsa.pem" -certfile "$work/ca.pem" -passout 'pass:mật khẩu' "${@:2}" -out "$1"; }
p12 modern.p12 -name 'vector rsa'
p12 modern-sha512.p12 -macalg sha512 -certpbe NONE
p12 no-mac.p12 -nomac
openssl pkcs12 -export -legacy -inkey "$work/rsa.key" -in "$work/rsa.pem" -certfile "$work/ca.pem" -passout pass:abc -out legacy-ascii-password.p12
cp "$work/p384.key" key-p384.pem
openssl ec -in "$work/p384.key" -out key-p384-sec1.pem 2>>"$work/log"
openssl rsa -in "$work/rsa.key" -traditional -out key-rsa-pkcs1.pem 2>>"$work/log"
openssl pkcs8 -topk8 -in "$work/p256.key" -v2 aes-256-cbc -passout 'pass:mật khẩu' -out key-p256-encrypted.pem
openssl rsa -in "$work/rsa.key" -aes256 -traditional -passout pass:abc -out key-rsa-old-encryption.pem 2>>"$work/log"
cp "$work/ed25519.key" key-ed25519.pem
