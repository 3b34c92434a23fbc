# `make` alone tells what there is. Every target installs what it needs first (deploy/setup, deploy/packages.txt).
SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

AS_OF  ?= 2021-11-10T09:00
PORT   ?= 8080
PREFIX ?= /usr
PROGRAMS ?= .build/release
SYMBOLS  ?= .build/symbols
# How much the long runs of the form service send.
SUBMISSIONS ?= 1000000
MINUTES     ?= 60

programs := doithoai doithoai-form
built    := .build/release/.built
share    := $(DESTDIR)$(PREFIX)/share/doithoai
sources  := Package.swift $(shell find Sources -type f)

.PHONY: help demo build test check install deb soak bench bench-documents bench-form bench-preview bench-search bench-site

help:
	@printf '%s\n' \
	  'make demo      the whole portal on http://127.0.0.1:$(PORT)/, rehearsing $(AS_OF)' \
	  '               other moments: make demo AS_OF=2021-12-15T09:00    other port: PORT=8081    from scratch: FRESH=1' \
	  'make test      every test: Swift, format, end to end in a real browser' \
	  'make check     the quick ones: format, arrows, content' \
	  'make build     the two programs, optimised, in .build/release/' \
	  'make install   programs, theme, content and configuration below DESTDIR' \
	  'make deb       the Debian package, in .build/deb/; another version: VERSION=1.0.1' \
	  'make soak      the long ones: a thousand kills, every file operation failing, hours of odd input; goes on where it was cut short' \
	  'make bench     measures speed and memory on this machine: bench-site, bench-form, bench-documents'

demo:
	@deploy/setup build serve
	@$(MAKE) --silent --no-print-directory $(built)
	@AS_OF='$(AS_OF)' PORT='$(PORT)' FRESH='$(FRESH)' deploy/demo/run

build:
	@deploy/setup build
	@$(MAKE) --silent --no-print-directory $(built)

# The Swift runtime is linked in: the programs run where no toolchain is.
# swift build leaves a program that did not change as old as it was, so a stamp tells what it has seen.
$(built): $(sources)
	@for program in $(programs); do swift build -c release --static-swift-stdlib --product $$program || exit 1; done
	@touch $@

test:
	@deploy/setup build serve test
	@Tests/run

check:
	@deploy/setup build
	swift format lint --strict --recursive Sources Tests Package.swift
	swift test --filter ArchitectureTests
	swift build --product doithoai
	.build/debug/doithoai check

soak:
	@deploy/setup build serve test bench
	@$(MAKE) --silent --no-print-directory $(built)
	DOITHOAI_BIN=.build/release .venv/bin/python -m pytest Tests/EndToEnd -m soak -v
	SOAK=1 swift test --filter 'IncrementalTests|ReaderTests'
	Tests/Fuzz/run 600
	Tests/Fuzz/run --each 1800 post send token
	Tests/sanitized
	DOITHOAI_BIN=.build/release .venv/bin/python benchmarks/form/soak.py --submissions $(SUBMISSIONS)
	DOITHOAI_BIN=.build/release .venv/bin/python benchmarks/form/mixed.py --minutes $(MINUTES)

bench: bench-site bench-search bench-preview bench-form bench-documents

# Whether both sides build the same is checked first. For one part: make bench-site ARGUMENTS='--n 1000 --only one-changed'
bench-site:
	@deploy/setup build bench
	@$(MAKE) --silent --no-print-directory $(built)
	.venv/bin/python benchmarks/site/compare
	.venv/bin/python benchmarks/site/run.py $(ARGUMENTS)

bench-documents:
	@deploy/setup build serve bench
	swift build -c release --product document-times
	.venv/bin/python benchmarks/documents/run.py

bench-preview:
	@deploy/setup build serve test
	@$(MAKE) --silent --no-print-directory $(built)
	DOITHOAI_BIN=.build/release .venv/bin/python benchmarks/preview/run.py $(ARGUMENTS)

bench-search:
	@deploy/setup build serve test
	@$(MAKE) --silent --no-print-directory $(built)
	DOITHOAI_BIN=.build/release .venv/bin/python benchmarks/search/run.py $(ARGUMENTS)

# For a part: make bench-form ARGUMENTS='--only rounds --connections 64'
bench-form:
	@deploy/setup build serve bench
	@$(MAKE) --silent --no-print-directory $(built)
	DOITHOAI_BIN=.build/release .venv/bin/python benchmarks/form/run.py $(ARGUMENTS)

# PROGRAMS: where the two programs are, when they were built elsewhere or otherwise.
# Stripped, they are a third of their size; what was taken away is kept in SYMBOLS, found by gdb through the build id.
install: $(if $(filter .build/release,$(PROGRAMS)),build)
	install -d '$(DESTDIR)$(PREFIX)/bin' '$(share)/deploy' '$(DESTDIR)$(PREFIX)/share/doc/doithoai' '$(SYMBOLS)'
	@for program in $(programs); do \
	  objcopy --only-keep-debug $(PROGRAMS)/$$program '$(SYMBOLS)'/$$program.debug && \
	  install -m 755 --strip $(PROGRAMS)/$$program '$(DESTDIR)$(PREFIX)/bin/' || exit 1; done
	cp -r --no-preserve=mode content theme '$(share)/'
	cp -r deploy/nginx '$(share)/deploy/'
	install -m 755 deploy/typst '$(share)/deploy/'
	install -D -m 644 deploy/demo/registrations.json '$(share)/deploy/demo/registrations.json'
	install -m 644 deploy/typst.py '$(share)/deploy/'
	install -D -m 644 -t '$(DESTDIR)/usr/lib/systemd/system' deploy/systemd/*
	install -D -m 644 deploy/doithoai-form.conf '$(DESTDIR)/etc/doithoai/doithoai-form.conf'
	install -m 644 docs/huong-dan-*.md Package.resolved deploy/packages.txt '$(DESTDIR)$(PREFIX)/share/doc/doithoai/'

deb:
	@rm -rf .build/deb
	@$(MAKE) --silent --no-print-directory install DESTDIR=.build/deb/root
	@deploy/deb/build .build/deb/root .build/deb $(VERSION)
