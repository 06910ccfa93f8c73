#!/bin/sh
# Writes `.env` beside docker-compose.yml from docker/.env.example, with new random secrets. It leaves
# an `.env` that is there as it is.
set -eu

if [ $# -ne 4 ]; then
  echo "usage: $0 DOMAIN MEDIA_DOMAIN PUBLIC_IP ADMIN_EMAIL" >&2
  exit 2
fi
folder=$(cd "$(dirname "$0")" && pwd)
target=$(dirname "$folder")/.env
if [ -e "$target" ]; then
  echo "$target is there already. Its secrets are in use, so move it away yourself first." >&2
  exit 1
fi

secret() {
  od -An -N32 -tx1 /dev/urandom | tr -d ' \n'
}

umask 077
while IFS= read -r line; do
  case $line in
    DOMAIN=) line=$line$1 ;;
    MEDIA_DOMAIN=) line=$line$2 ;;
    PUBLIC_IP=) line=$line$3 ;;
    ADMIN_EMAIL=) line=$line$4 ;;
    LIVEKIT_API_KEY=) line=${line}key$(secret | cut -c 1-12) ;;
    STORAGE_KEY=) line=$line$(secret | cut -c 1-20) ;;
    *_SECRET= | *_PASSWORD=) line=$line$(secret) ;;
  esac
  printf '%s\n' "$line"
done <"$folder/.env.example" >"$target.new"
mv "$target.new" "$target"
echo "Wrote $target. Edit SMTP_URL and MAIL_FROM there, then: docker compose up -d --build"
