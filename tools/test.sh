#!/usr/bin/env bash
# Every check and every test, cheapest first. `make test` sets the machine up and calls this.
set -euo pipefail
shopt -s nullglob
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p target
readonly log=target/test.log rust_log=target/test-rust.log types_log=target/test-types.log done_steps=target/test-steps
: >"$log"
: >"$done_steps"
# What makes the next build faster makes this one slower, and a job builds once; a panic says without
# these tables where it came from.
[[ -z "${CI:-}" ]] || export CARGO_INCREMENTAL=0 CARGO_PROFILE_DEV_DEBUG=0
# The properties are tried on the same inputs each time; `make fuzz` looks for new ones.
export PROPTEST_RNG_SEED=${PROPTEST_RNG_SEED:-20261129}

# step NAME COMMAND...
step() {
    printf '\n== %s\n' "$1"
    "${@:2}" 2>&1 | tee -a "$log" || {
        printf '\ntest: failed at: %s (until there %s)\n' "$1" "$(totals)" >&2
        exit 1
    }
    echo "$1" >>"$done_steps"
}

# Debian's Rust, where set-up had to choose it, comes without fmt and clippy; the default one may have them.
cargo_lint() {
    if cargo "$1" --version >/dev/null 2>&1; then
        cargo "$@"
    elif env -u RUSTUP_TOOLCHAIN cargo "$1" --version >/dev/null 2>&1; then
        env -u RUSTUP_TOOLCHAIN cargo "$@"
    else
        echo "skipped: this Rust toolchain has no cargo $1"
    fi
}

check_types() {
    local config
    find www tests demo -name tsconfig.json -not -path '*/node_modules/*' | sort | while read -r config; do
        echo "$config"
        # What was right the last time, and has not changed, is not looked at again.
        node_modules/typescript-7/bin/tsc --noEmit --incremental --tsBuildInfoFile "target/types-checked/$config" -p "$config" || exit
    done
}

node_tests() {
    # The longest first.
    local files=(tests/{site,fetch,pace,stores,job,telemetry,browsers,clients,cli,mcp,packaging,runtimes,worker,bodies,simulator,reading,widget,lang,routes,accuracy}/*.test.mjs)
    # Without a file, node would look for tests everywhere.
    ((${#files[@]} > 0)) || { echo "there is no tests/*/*.test.mjs"; return 1; }
    node tools/tests.mjs "${files[@]}"
}

totals() {
    awk '/^test result: / { passed += $4; failed += $6; skipped += $8 }
         $1 == "ℹ" && $2 == "pass" { passed += $3 }
         $1 == "ℹ" && ($2 == "fail" || $2 == "cancelled") { failed += $3 }
         $1 == "ℹ" && ($2 == "skipped" || $2 == "todo") { skipped += $3 }
         END { printf "%d tests passed, %d failed, %d skipped", passed, failed, skipped }' "$log"
}

# In a folder of its own, or the two versions of Rust would make each other's builds stale.
oldest_rust() {
    local oldest
    oldest=$(sed -n 's/^rust-version *= *"\(.*\)"/\1/p' Cargo.toml)
    if rustup run "$oldest" cargo --version 2>/dev/null; then
        CARGO_TARGET_DIR=target/oldest rustup run "$oldest" cargo check --workspace --all-features --locked
    else
        echo "skipped: Rust $oldest is not installed, or there is no rustup to have it beside another"
    fi
}

rust_steps() {
    local example
    step "cargo fmt --check" cargo_lint fmt --all --check
    for example in examples/rust*/; do
        step "cargo fmt --check, of $example" cargo_lint fmt --manifest-path "${example}Cargo.toml" --check
    done
    step "cargo clippy" cargo_lint clippy --workspace --all-targets --all-features -- -D warnings
    step "cargo doc" env RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --quiet --package bc-status --package bc-status-fetch --all-features
    step "the oldest Rust that will do" oldest_rust
    step "cargo test" cargo test --workspace --all-features
    step "cargo test --no-default-features" cargo test --no-default-features
    # A package of its own, since what it depends on is none of the crate's.
    # What they are linked with takes long to compile, and is not asked for to check them.
    step "the fuzz targets" env CUSTOM_LIBFUZZER_PATH=/libfuzzer.a \
        cargo check --quiet --locked --manifest-path tests/fuzz/Cargo.toml --target-dir target/fuzz-targets
    step "the examples in Rust" cargo test --quiet --locked --manifest-path examples/rust/Cargo.toml --target-dir target/examples-rust
    step "the same tests as wasm, in Node" wasm-pack test --node --mode no-install
    step "the client in Rust, in Node" wasm-pack test --node --mode no-install fetch
    step "the client in Rust, without features" cargo check --quiet --package bc-status-fetch --no-default-features
    # Without the variable the runner would choose Node, and then skip what was to run in a browser.
    step "the same tests as wasm, in Chromium" env WASM_BINDGEN_USE_BROWSER=1 \
        wasm-pack test --headless --chrome --chromedriver "$(command -v chromedriver)" --mode no-install
}

type_steps() {
    step "types" check_types
}

pids=()
trap 'for pid in "${pids[@]}"; do kill -- "-$pid" 2>/dev/null || true; done' EXIT
# beside LOG STEPS: runs these in a group of their own, which ends with this one.
beside() {
    set -m
    "$2" >"$1" 2>&1 &
    pids+=($!)
    set +m
}

step "biome" biome ci --error-on-warnings .
# Beside what tests the package, and shown behind it: compilers and browsers seldom need both cores.
beside "$rust_log" rust_steps
step "package" node tools/package.mjs
beside "$types_log" type_steps
step "simulator, package, runtimes, fetch, worker, command line, assistants, reading, widget, languages, site, routes, bodies, accuracy, pace, stores, jobs, telemetry and other clients" node_tests
failed=0
for pid in "${pids[@]}"; do wait "$pid" || failed=$?; done
cat "$rust_log" "$types_log"
((failed == 0)) || exit "$failed"

printf '\ntest: %s, in %d steps, %d:%02d minutes\n' "$(totals)" "$(wc -l <"$done_steps")" $((SECONDS / 60)) $((SECONDS % 60))
