#!/usr/bin/env bash
# Brings the outside judges that are not Debian packages, pyHanko (PyPI) and EU DSS (Maven Central), into out/judges; and the server programs
# of PostgreSQL (Debian package), which the test starts for itself in a temporary folder.
set -eu
cd "$(dirname "$0")/../.."
judges=out/judges
mkdir -p "$judges"
if [ ! -x "$judges/pyhanko/bin/python" ]; then
  python3 -m venv "$judges/pyhanko"
  "$judges/pyhanko/bin/pip" install -q "pyHanko==0.36.2"
fi
if command -v mvn > /dev/null && [ ! -e "$judges/dss/dss-xades-6.4.jar" ]; then
  mvn -q -B -f test/interop/dss/pom.xml dependency:copy-dependencies -DoutputDirectory="$PWD/$judges/dss"
fi
# The token: SoftHSM with the tool that fills it, and the package that speaks to it. It is native, so it stays out of package.json.
if [ ! -d "$judges/pkcs11/node_modules/pkcs11js" ]; then
  mkdir -p "$judges/pkcs11"
  npm install --prefix "$judges/pkcs11" --no-audit --no-fund --loglevel=error "pkcs11js@2.1.7"
fi
if [ ! -d /usr/lib/postgresql ] && ! command -v initdb > /dev/null && command -v apt-get > /dev/null; then
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends postgresql
fi
# The schema validator of libxml2; the schemas themselves come inside the packages of EU DSS.
if ! command -v xmllint > /dev/null && command -v apt-get > /dev/null; then
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends libxml2-utils
fi
