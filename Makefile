.DEFAULT_GOAL := help
.PHONY: help setup setup-build setup-fuzz package demo site test test-matrix test-matrix-all size bench bench-pace bench-stores soak fuzz accuracy release guides clean do-package do-demo do-site do-test do-test-matrix do-test-matrix-all do-size do-bench do-bench-pace do-bench-stores do-soak do-fuzz do-accuracy do-release

export PATH := $(CURDIR)/node_modules/.bin:$(PATH)
# Written by tools/setup.sh: where the tools are, and which Rust toolchain compiles to wasm.
-include target/setup/env.mk

help:     ## list the targets
	@sed -n 's/^\([a-z-]*\): .*## /\1\t/p' Makefile | expand -t 14

setup:    ## install what is missing to build and to test (the other targets do so themselves)
	@tools/setup.sh build browser stores oldest

setup-build:
	@tools/setup.sh build

setup-fuzz:
	@tools/setup.sh build fuzz

package:  setup-build ## build pkg/, the npm package
demo:     setup-build ## build, then run the client against the simulated store (ONCE=1: run through and stop)
site:     setup-build ## build the site: static files in target/site, for any host and any path
test:     setup ## run every check and every test
test-matrix: setup ## build, then use the package in the bundlers and frameworks of its users (installs them)
test-matrix-all: setup ## the same in all that docs/runtimes.md lists, and note there what passed: an hour
size:     setup-build ## build, then print what is shipped and how large it is
bench:    setup ## build, then measure
bench-pace: setup-build ## build, then simulate how a store's quota is spent, in virtual time and over HTTP
bench-stores: setup ## build, then share a quota between eight processes through Redis and PostgreSQL, over HTTP
soak:     setup ## build, then execute ten thousand orders, and look for leaks with a million calls in each runtime
fuzz:     setup-fuzz ## build the fuzz targets, then run each of them for FUZZ_SECONDS (60)
release:  setup-build ## build twice, check, and rehearse publishing; the files are in target/release-files
accuracy: setup-build ## build, then print how often the first finding is right

# A second make does the work, since only that one has read what set-up wrote.
package demo site test test-matrix test-matrix-all size bench bench-pace bench-stores soak fuzz accuracy release:
	@$(MAKE) --no-print-directory do-$@

do-package:
	node tools/package.mjs
do-demo: do-package
	node demo/main.mjs
do-site: do-package
	node tools/site.mjs
do-test:
	@tools/test.sh
do-test-matrix: do-package
	node tests/matrix/main.mjs
do-test-matrix-all: do-package
	node tests/matrix/main.mjs --all
	node tools/guides.mjs
do-size: do-package
	node tools/size.mjs
do-bench: do-package
	node tests/bench/main.mjs
	node tests/bench/diagnose.mjs
	node tests/bench/repeats.mjs
	node tests/bench/worker.mjs
	node tests/bench/widget.mjs
	node tests/bench/archives.mjs
	node tests/bench/lighthouse.mjs
	npm ci --prefix tests/bench --ignore-scripts --no-audit --no-fund --loglevel error
	node tests/bench/peers.mjs target/bench-peers.json
	node --expose-gc tests/bench/memory.mjs
do-bench-pace: do-package
	npm ci --prefix tests/bench --omit=optional --ignore-scripts --no-audit --no-fund --loglevel error
	node tests/pace/main.mjs
	node tests/pace/http.mjs
	node tests/pace/workers.mjs
do-bench-stores: do-package
	npm ci --prefix tests/bench --ignore-scripts --no-audit --no-fund --loglevel error
	node tests/bench/stores.mjs target/bench-stores.json
	node tests/bench/stores-page.mjs target/bench-stores.json
do-soak: do-package
	node tests/bench/orders.mjs
	node tests/bench/soak.mjs
do-fuzz:
	@tools/fuzz.sh
do-accuracy: do-package
	node tests/accuracy/main.mjs
do-release:
	node tools/release.mjs

guides:   package ## write the generated parts of the guides anew: codes, findings, decisions, costs in a page
	node tools/guides.mjs

clean:    ## delete what building made; installed tools stay
	rm -rf target pkg wasm/pkg node_modules
