#!/usr/bin/env bash
# Makes both lists again from pyproject.toml, with the hashes of every platform's wheels and no registry's name.
# Needs uv. Give it --upgrade to move to newer releases.
set -euo pipefail
cd "$(dirname "$0")/../.."
lock() { uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
  --no-emit-find-links --no-header --quiet "$@"; }
lock --group build -o installer/requirements/run.txt "$@"
lock --group build --group test -o installer/requirements/test.txt "$@"
