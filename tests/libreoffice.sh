#!/bin/sh
# Make sure that LibreOffice is there: take what is found, install it where the system allows,
# or say in one message what is missing. Never passes without one.
set -u
for name in "${SOFFICE:-}" soffice libreoffice; do
  [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && exit 0
done
sudo=
[ "$(id -u)" = 0 ] || sudo='sudo -n'
if command -v apt-get >/dev/null 2>&1 && ${sudo:-env} true 2>/dev/null; then
  echo 'Installing LibreOffice Calc with apt-get …'
  export DEBIAN_FRONTEND=noninteractive
  $sudo apt-get -qq update && $sudo apt-get -qq install --yes --no-install-recommends libreoffice-calc-nogui >/dev/null
  command -v soffice >/dev/null 2>&1 && exit 0
fi
echo 'These tests need LibreOffice and none was found. Install it (Debian: apt install libreoffice-calc-nogui;' >&2
echo 'Fedora: dnf install libreoffice-calc; macOS: brew install --cask libreoffice), or set SOFFICE=/path/to/it.' >&2
exit 1
