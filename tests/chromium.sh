#!/bin/sh
# Make sure that a Chromium is there: take what is found, install it where the system allows,
# or say in one message what is missing. Never passes without one.
set -u
for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
  [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && exit 0
done
sudo=
[ "$(id -u)" = 0 ] || sudo='sudo -n'
if command -v apt-get >/dev/null 2>&1 && ${sudo:-env} true 2>/dev/null; then
  echo 'Installing Chromium with apt-get …'
  export DEBIAN_FRONTEND=noninteractive
  $sudo apt-get -qq update && $sudo apt-get -qq install --yes --no-install-recommends chromium >/dev/null
  command -v chromium >/dev/null 2>&1 && exit 0
fi
echo 'The tests need Chromium and none was found. Install it (Debian: apt install chromium;' >&2
echo 'Fedora: dnf install chromium; macOS: brew install --cask chromium), or set CHROMIUM=/path/to/it.' >&2
exit 1
