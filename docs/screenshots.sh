#!/usr/bin/env bash
# Takes the pictures of console and mails in docs/ anew. Needs an installed Chromium. Those of all pages, light, dark and
# on a phone, are then in target/screenshots.
set -euo pipefail
cd "$(dirname "$0")/.."
mvn -B -q test -Dtest=Screenshots,MailScreenshots
mkdir -p docs/console docs/mail
cp target/screenshots/mail/{ordinary,failing,held}-{light,dark,phone}.png docs/mail/
for picture in overview-light overview-dark review-light review-dark review-phone settings-light run-light explain-light accounts-phone; do
  cp "target/screenshots/$picture.png" docs/console/
done
