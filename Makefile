# SPDX-License-Identifier: MIT
# make run opens the course, make test runs every test; each installs what it lacks.

SHELL := /bin/bash
PREFIX ?= /usr/local
SWIFT ?= swift
PACKAGES := libmd4c-dev libncurses-dev libsqlite3-dev pkg-config
TEST_PACKAGES := $(PACKAGES) tmux
NNTUTOR := .build/release/nntutor
# The tests that have a long form.
SOAK_TESTS ?= ScreenTests|SinkTests|RandomWalkTests|RandomHyperparameterTests|RecordFaultTests

.PHONY: run build test lint check rules install uninstall bench soak fuzz sanitize notebooks record \
  clean packages test-packages

run: build
	@$(NNTUTOR)

# Linked with Swift's own libraries where they are there, so that it runs without Swift; by the linker
# that comes with Swift, which has nothing to warn of.
STATIC := $(if $(wildcard $(dir $(realpath $(shell command -v $(SWIFT))))../lib/swift_static),--static-swift-stdlib -Xswiftc -use-ld=lld)

build: packages
	$(SWIFT) build -c release --product nntutor $(STATIC)

test: test-packages
	SWIFT_BACKTRACE=interactive=no $(SWIFT) test

# Screens and pictures as they are now become the expected ones; the run fails so that it is seen.
record: test-packages
	-RECORD_SNAPSHOTS=1 $(SWIFT) test

lint:
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Package.swift

rules:
	@.ci/rules

check: build
	$(NNTUTOR) check

bench: build
	$(MAKE) -C Benchmarks

# The long form of the tests, on the program as learners use it: every kill, a thousand interrupted
# records, ten thousand walks. Documentation/Reliability.md has the last figures.
soak: test-packages
	NNTUTOR_SOAK=1 SWIFT_BACKTRACE=interactive=no $(SWIFT) test -c release -Xswiftc -enable-testing \
	  --scratch-path .build-soak --filter '$(SOAK_TESTS)'
	$(MAKE) -C Benchmarks soak

# The exported notebooks, run with numpy; their figures are compared with the recorded ones.
notebooks: build
	test -d .build/notebooks || python3 -m venv .build/notebooks
	.build/notebooks/bin/pip install --quiet nbformat nbclient ipykernel numpy
	.build/notebooks/bin/python .ci/notebooks $(NNTUTOR)

# Ten minutes of made-up inputs for each of four targets, led by the code that they reach.
fuzz: packages
	$(MAKE) -C Fuzzing

# The tests with memory accesses checked, then with those of threads. Leaks are not looked for: Swift
# keeps references in words with tags, where the sanitizer does not see them.
sanitize: test-packages
	ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=interactive=no $(SWIFT) test --sanitize=address --scratch-path .build-asan
	TSAN_OPTIONS="report_bugs=1 suppressions=$(CURDIR)/.ci/thread-sanitizer.supp" SWIFT_BACKTRACE=interactive=no $(SWIFT) test --sanitize=thread --scratch-path .build-tsan

SHARE := $(DESTDIR)$(PREFIX)/share
MANUAL := $(SHARE)/man/man1/nntutor.1
COMPLETIONS := bash:bash-completion/completions/nntutor zsh:zsh/site-functions/_nntutor \
  fish:fish/vendor_completions.d/nntutor.fish

# The lessons are put in place anew, so that none of an older version stays.
install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/nntutor $(dir $(MANUAL))
	install -m 755 $(NNTUTOR) $(DESTDIR)$(PREFIX)/bin/nntutor
	rm -rf $(SHARE)/nntutor/Lessons
	cp -R Lessons $(SHARE)/nntutor/
	install -m 644 Documentation/nntutor.1 $(MANUAL)
	@for pair in $(COMPLETIONS); do \
	  file=$(SHARE)/$${pair#*:}; \
	  echo "$(NNTUTOR) --generate-completion-script $${pair%%:*} > $$file"; \
	  install -d "$${file%/*}" && \
	    $(NNTUTOR) --generate-completion-script "$${pair%%:*}" >"$$file" && chmod 644 "$$file" || exit 1; \
	done

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/nntutor $(MANUAL)
	rm -f $(foreach pair,$(COMPLETIONS),$(SHARE)/$(lastword $(subst :, ,$(pair))))
	rm -rf $(SHARE)/nntutor

clean:
	$(SWIFT) package clean

packages:
	@.ci/packages $(PACKAGES)

test-packages:
	@.ci/packages $(TEST_PACKAGES)
