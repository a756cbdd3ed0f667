#!/usr/bin/env bash
# Brings the outside judges that are not Debian packages: pyHanko (PyPI) and EU DSS (Maven Central). Everything goes to out/judges.
set -eu
cd "$(dirname "$0")/../.."
judges=out/judges
mkdir -p "$judges"
if [ ! -x "$judges/pyhanko/bin/python" ]; then
  python3 -m venv "$judges/pyhanko"
  "$judges/pyhanko/bin/pip" install -q "pyHanko==0.36.2"
fi
if command -v mvn > /dev/null && [ ! -d "$judges/dss" ]; then
  mvn -q -B -f test/interop/dss/pom.xml dependency:copy-dependencies -DoutputDirectory="$PWD/$judges/dss"
fi
