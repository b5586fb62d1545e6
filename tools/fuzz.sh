#!/usr/bin/env bash
# Runs each fuzz target for FUZZ_SECONDS, as tests/fuzz/README.md has it, and before them the
# properties, for as long, on inputs that were never tried. `make fuzz` sets the
# machine up and calls this.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
readonly seconds=${FUZZ_SECONDS:-60}

printf '== properties, for %d s\n' "$seconds"
until=$((SECONDS + seconds))
while ((SECONDS < until)); do
    cargo test --quiet --all-features --test core --test paste -- properties mask any_
done

# What a run finds new goes there, and the corpus stays as it is.
found=$(mktemp -d)
trap 'rm -rf "$found"' EXIT

for path in tests/fuzz/targets/*.rs; do
    target=$(basename "$path" .rs)
    if [[ $target == common ]]; then continue; fi
    printf '\n== %s, for %d s\n' "$target" "$seconds"
    mkdir "$found/$target"
    # The sanitizers of libFuzzer want a compiler that is not released; it itself wants only their flags.
    RUSTC_BOOTSTRAP=1 cargo fuzz run --fuzz-dir tests/fuzz --sanitizer none --dev "$target" \
        "$found/$target" "tests/fuzz/corpus/$target" -- -max_len=4096 -timeout=60 -max_total_time="$seconds" -print_final_stats=1
done
