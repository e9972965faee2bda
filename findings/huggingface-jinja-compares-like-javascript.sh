#!/usr/bin/env bash
# Software: @huggingface/jinja 0.5.11 (the latest at the time). Seen on Node 20.
# Expected: a chat template decides as in Jinja2, with Python's operators: the string '1' is not the number 1, two lists or maps
#   with the same contents are equal, and the remainder has the sign of the divisor (-1 % 2 is 1).
# Seen: they are JavaScript's: '1' equals 1, lists and maps are equal only to themselves, and -1 % 2 is -1. A template that
#   compares roles with a list, or checks that roles alternate by a remainder counted from the end, takes the other branch than in
#   Python.
set -euo pipefail
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  @huggingface/jinja@0.5.11 >/dev/null
cat >check.cjs <<'JS'
const { Template } = require('@huggingface/jinja');
const render = (template, values = {}) => new Template(template).render(values);
async function main() {
  const seen = {
    text: render("{{ '1' == 1 }}"),
    lists: render('{{ [1, 2] == [1, 2] }}'),
    maps: render("{{ {'a': 1} == {'a': 1} }}"),
    remainder: render('{{ -1 % 2 }}'),
  };
  console.log(JSON.stringify(seen));
  return seen.text === 'true' && seen.lists === 'false' && seen.maps === 'false' && seen.remainder === '-1';
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
