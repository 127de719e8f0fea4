# SPDX-License-Identifier: MIT
# make run opens the course, make test runs every test; each installs what it lacks.

SHELL := /bin/bash
PREFIX ?= /usr/local
SWIFT ?= swift
PACKAGES := libmd4c-dev libncurses-dev libsqlite3-dev pkg-config
TEST_PACKAGES := $(PACKAGES) tmux
NNTUTOR := .build/release/nntutor

.PHONY: run build test lint check rules install uninstall bench soak record clean packages test-packages

run: build
	@$(NNTUTOR)

build: packages
	$(SWIFT) build -c release --product nntutor

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

# The checks that need minutes: a thousand kills in the middle of keeping runs.
soak: test-packages
	SOAK_ROUNDS=1000 SWIFT_BACKTRACE=interactive=no $(SWIFT) test --filter KilledRecordTests

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/nntutor $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 755 $(NNTUTOR) $(DESTDIR)$(PREFIX)/bin/nntutor
	cp -R Lessons $(DESTDIR)$(PREFIX)/share/nntutor/

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/nntutor
	rm -rf $(DESTDIR)$(PREFIX)/share/nntutor

clean:
	$(SWIFT) package clean

packages:
	@.ci/packages $(PACKAGES)

test-packages:
	@.ci/packages $(TEST_PACKAGES)
