#!/usr/bin/env bash
# Software: @huggingface/jinja 0.5.11 (the latest at the time), what Transformers.js renders chat templates with. Seen on Node
#   20.
# Expected: a string's strip, lstrip and rstrip take the characters to strip, as in Jinja2 (Python's own methods): templates of
#   models that think cut the answer out with lstrip('\n'), which leaves an indented first line indented.
# Seen: the argument is ignored: all white space goes, and nothing else does. So the same chat becomes other tokens here than in
#   Python, without an error.
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
  const answer = 'Thoughts</think>\n\n    an indented line';
  const cut = render("{{ answer.split('</think>')[-1].lstrip('\\n') }}", { answer });
  const marks = render("{{ '--a--'.strip('-') }}");
  console.log(JSON.stringify({ cut, marks }));
  return cut === 'an indented line' && marks === '--a--';
}

main().then((isAsSaid) => process.exit(isAsSaid ? 0 : 1));
JS
node check.cjs
