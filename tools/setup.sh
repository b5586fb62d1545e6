#!/usr/bin/env bash
# Makes sure that what building and testing needs is on this machine.
#
#   tools/setup.sh build            Rust, its wasm target, wasm-bindgen, wasm-pack, npm packages
#   tools/setup.sh build browser    the same, and Chromium with chromedriver, Firefox and WebKit
#   tools/setup.sh build stores     the same as the first, and Redis, PostgreSQL and PgBouncer, for tests that start their own
#   tools/setup.sh build oldest     the same as the first, and the oldest Rust that will do
#   tools/setup.sh build fuzz       the same as the first, and cargo-fuzz with a C++ compiler
#
# What is there in the right version is left alone. BC_STATUS_WASM_ROUTE=rustup or =debian says
# where the wasm target has to come from; without it Debian's packages are tried when rustup fails.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly wasm_pack_version=0.15.1 cargo_fuzz_version=0.13.1
readonly logs=target/setup-logs work=target/setup route=${BC_STATUS_WASM_ROUTE:-auto}
mkdir -p "$logs" "$work"
settings=() # lines for the Makefile
# An earlier run may have chosen Debian's toolchain; the choice is made anew.
if [[ ${RUSTUP_TOOLCHAIN:-} == debian ]]; then unset RUSTUP_TOOLCHAIN; fi
export RUST_BACKTRACE=0 # so that a log ends with what went wrong

say() { printf '%-8s %s\n' "$1" "$2"; }
has() { command -v "$1" >/dev/null 2>&1; }
at_least() { [[ $(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1) == "$1" ]]; }

# stop WHAT HOW: what is missing, and what to do about it.
stop() {
    echo "setup: cannot go on: $1; $2, and run make again." >&2
    exit 1
}

heartbeat() {
    local past=0
    while sleep 1; do
        ((++past % 15)) || printf '         %d:%02d  %s\n' $((past / 60)) $((past % 60)) \
            "$(tail -n 1 "$1" | sed 's/^ *//' | cut -c 1-70)"
    done
}

# run_logged NAME COMMAND...: the output goes to a file, of which a failure shows the end.
run_logged() {
    local log=$logs/$1.log status=0 pulse
    shift
    : >"$log"
    heartbeat "$log" &
    pulse=$!
    trap 'kill "$pulse" 2>/dev/null || true' EXIT
    "$@" >"$log" 2>&1 </dev/null || status=$?
    trap - EXIT
    { kill "$pulse" && wait "$pulse"; } 2>/dev/null || true
    ((status == 0)) || { echo "the end of $log:" && tail -n 15 "$log"; } | sed 's/^/         /' >&2
    return "$status"
}

as_root() { if ((EUID == 0)); then "$@"; else sudo -n "$@"; fi; }

# --no-remove: what somebody installed here is not ours to take away.
apt_install() {
    say install "$* (apt)"
    has apt-get && as_root true 2>/dev/null || return 1
    [[ -n ${apt_updated:-} ]] || run_logged apt-update as_root apt-get update -q || true
    apt_updated=yes
    run_logged apt-install as_root env DEBIAN_FRONTEND=noninteractive apt-get install \
        -y -q --no-install-recommends --no-remove -o DPkg::Lock::Timeout=120 "$@"
}

ensure_c_compiler() {
    { has cc && has make; } || apt_install gcc libc6-dev make ||
        stop "a C compiler or make is missing" "install gcc, libc6-dev and make"
    say ok "C compiler, make"
}

ensure_node() {
    local found
    found=$(node --version 2>/dev/null || echo none)
    at_least v20 "$found" || stop "Node 20 or newer is missing (found: $found)" "install it"
    has npm || stop "npm is missing" "install it (it comes with Node)"
    say ok "Node ${found#v}"
}

rust_wanted() { sed -n 's/^rust-version *= *"\(.*\)"/\1/p' Cargo.toml; }
rust_version() { "$1" --version 2>/dev/null | cut -d ' ' -f 2 | grep . || echo none; }
rust_is_new_enough() { has "$1" && at_least "$(rust_wanted)" "$(rust_version "$1" | sed s/none/0/)"; }

ensure_rust() {
    if [[ $route == debian ]]; then return; fi
    { has cargo && rust_is_new_enough rustc; } ||
        stop "Rust $(rust_wanted) or newer is missing (found: $(rust_version rustc))" \
            "install it with rustup, or set BC_STATUS_WASM_ROUTE=debian where apt is"
    say ok "Rust $(rust_version rustc)"
}

# A whole link with fat LTO, since that asks for std, for its embedded bitcode and for a linker.
compiles_wasm() {
    rust_is_new_enough "$1" &&
        printf '#[no_mangle] pub extern "C" fn probe(n: u32) -> usize { n.to_string().len() }' |
        "$1" --edition 2021 --crate-name probe --crate-type cdylib --target wasm32-unknown-unknown \
            -O -C lto=fat -C panic=abort -o "$work/probe.wasm" - >"$logs/probe.log" 2>&1
}

ensure_wasm_target() {
    local how="run \`rustup target add wasm32-unknown-unknown\` where rustup reaches its server"
    if [[ $route != debian ]] && compiles_wasm rustc; then
        say ok "wasm target of Rust $(rust_version rustc) ($(command -v rustc))"
    elif [[ $route != rustup ]] && compiles_wasm /usr/bin/rustc; then
        say ok "wasm target of Debian's Rust $(rust_version /usr/bin/rustc)"
        use_debian
    elif [[ $route != debian ]] && add_rustup_target; then
        say ok "wasm target of Rust $(rust_version rustc); route taken: rustup"
    else
        [[ $route != rustup ]] || stop "the wasm target is missing" "$how"
        { apt_install rustc-web cargo-web rust-web-src && rust_is_new_enough /usr/bin/rustc; } ||
            stop "the wasm target is missing, and Debian's rustc-web ($(rust_wanted) or newer) cannot be installed here" "$how"
        build_debian_std
        compiles_wasm /usr/bin/rustc || stop "Debian's Rust does not compile to wasm ($logs/probe.log)" "$how"
        say ok "wasm target of Debian's Rust $(rust_version /usr/bin/rustc); route taken: Debian's packages, std built here"
        use_debian
    fi
}

# The oldest Rust that the crate promises to be compiled by. Rustup alone has more than one at a time.
ensure_oldest() {
    local oldest
    oldest=$(rust_wanted)
    if ! has rustup; then
        say note "Rust $oldest is not tried here: that takes rustup"
    elif rustup run "$oldest" cargo --version >/dev/null 2>&1; then
        say ok "Rust $oldest, the oldest that will do"
    else
        say install "Rust $oldest, the oldest that will do (rustup toolchain install)"
        run_logged oldest-rust timeout 300 rustup toolchain install "$oldest" --profile minimal --no-self-update ||
            say note "rustup could not bring Rust $oldest, so it is not tried here"
    fi
}

add_rustup_target() {
    has rustup || return
    say install "wasm target (rustup target add)"
    run_logged rustup-target timeout 120 rustup target add wasm32-unknown-unknown && compiles_wasm rustc && return
    say note "rustup could not bring the wasm target" && return 1
}

# Debian packages no std for wasm, but its source, the crates that needs, and the linker.
build_debian_std() {
    local std=$work/std rlibs lib host lld
    lld=lld-$(/usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')
    host=$(/usr/bin/rustc -vV | sed -n 's/^host: //p')
    lib=$(/usr/bin/rustc --print sysroot)/lib/rustlib
    rlibs=$std/target/wasm32-unknown-unknown/release/deps
    apt_install "$lld" || stop "the linker for wasm is missing" "install the package $lld"
    say install "std for wasm (compiles for about a minute)"
    rm -rf "$std" && mkdir -p "$std/src" && : >"$std/src/lib.rs"
    # [workspace], as it lies inside another one.
    printf '%s\n' '[workspace]' '[package]' 'name = "wants_std"' 'edition = "2021"' \
        '[profile.release]' 'panic = "abort"' >"$std/Cargo.toml"
    # Fat LTO wants the bitcode, and `wasm-pack test` the crate `test`.
    run_logged wasm-std env RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes \
        /usr/bin/cargo build --offline --release --manifest-path "$std/Cargo.toml" --target-dir "$std/target" \
        --target wasm32-unknown-unknown -Zbuild-std=std,panic_abort,test \
        --config "source.debian.directory='$lib/src/rust/library/vendor'" \
        --config 'source.crates-io.replace-with="debian"' ||
        stop "std for wasm could not be built from Debian's source" "see $logs/wasm-std.log"
    rm -f "$rlibs"/libwants_std*
    # Emptied first: of two builds of std, rustc can choose neither.
    as_root rm -rf "$lib/wasm32-unknown-unknown"
    as_root install -D -m 644 -t "$lib/wasm32-unknown-unknown/lib" "$rlibs"/*.rlib
    as_root mkdir -p "$lib/$host/bin"
    as_root ln -sf "/usr/bin/$lld" "$lib/$host/bin/rust-lld"
    rm -rf "$std"
}

# Makes Debian's Rust the one that the rest of this script and the later steps of make run.
use_debian() {
    settings+=("export BC_STATUS_STD := debian") # for tools/size.mjs
    if has rustup; then
        run_logged rustup-link rustup toolchain link debian /usr ||
            stop "rustup does not take Debian's Rust" "see $logs/rustup-link.log"
        export RUSTUP_TOOLCHAIN=debian
        settings+=("export RUSTUP_TOOLCHAIN := debian")
    else
        mkdir -p "$work/debian-rust"
        ln -sf /usr/bin/{cargo,rustc,rustdoc} "$work/debian-rust"
        export PATH="$PWD/$work/debian-rust:$PATH"
        settings+=("export PATH := $PWD/$work/debian-rust:\$(PATH)")
    fi
}

# all_at VERSION COMMAND...
all_at() {
    local tool
    for tool in "${@:2}"; do [[ " $("$tool" --version 2>/dev/null) " == *" $1 "* ]] || return 1; done
}

# ensure_tool CRATE VERSION COMMAND...
ensure_tool() {
    local crate=$1 version=$2 install
    shift 2
    if ! all_at "$version" "$@"; then
        say install "$crate $version (compiles for about 2 minutes)"
        # These tools run for a second at a time, so what counts is how fast they are compiled.
        install=(env CARGO_TARGET_DIR="$work/tools-build" CARGO_INCREMENTAL=0 CARGO_PROFILE_RELEASE_OPT_LEVEL=1
            CARGO_PROFILE_RELEASE_DEBUG=0 CARGO_PROFILE_RELEASE_STRIP=true CARGO_PROFILE_RELEASE_LTO=off
            CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
            cargo install --root "$tools" "$crate" --version "=$version" "${@/#/--bin=}")
        if ! run_logged "$crate" "${install[@]}" --locked && ! grep -q Compiling "$logs/$crate.log"; then
            say note "the lock file of $crate did not resolve; once more without --locked"
            run_logged "$crate" "${install[@]}" || true
        fi
        hash -r
        all_at "$version" "$@" || stop "$crate $version is missing and could not be compiled ($logs/$crate.log)" \
            "make \`cargo install --locked $crate --version =$version\` work"
    fi
    say ok "$crate $version ($(command -v "$1"))"
}

ensure_wasm_tools() {
    local bindgen
    [[ -f Cargo.lock ]] || cargo generate-lockfile --quiet || stop "Cargo.lock is missing" "restore it"
    # The CLI understands only what its own version of the crate wrote.
    bindgen=$(awk '$0 == "name = \"wasm-bindgen\"" { getline; gsub(/version = |"/, ""); print; exit }' Cargo.lock)
    [[ -n $bindgen ]] || stop "Cargo.lock names no wasm-bindgen, so the version of its CLI is unknown" "restore it"
    tools=${XDG_CACHE_HOME:-$HOME/.cache}/bc-status/tools-$bindgen-$wasm_pack_version
    export PATH="$tools/bin:$PATH"
    settings+=("export PATH := $tools/bin:\$(PATH)")
    ensure_tool wasm-bindgen-cli "$bindgen" wasm-bindgen wasm-bindgen-test-runner
    ensure_tool wasm-pack "$wasm_pack_version" wasm-pack
    rm -rf "$work/tools-build"
}

# --ignore-scripts: each package brings its binary as a package, so nothing has to be run.
ensure_npm_packages() {
    local stamp=node_modules/.installed-package-lock.json
    if ! cmp -s package-lock.json "$stamp"; then
        say install "npm packages (npm ci)"
        run_logged npm npm ci --ignore-scripts ||
            stop "the npm packages are missing" "make \`npm ci\` work (can npm reach its registry?)"
        cp package-lock.json "$stamp"
    fi
    [[ -e node_modules/.bin/wasm-opt ]] || stop "wasm-opt is missing from node_modules" "delete node_modules"
    say ok "npm packages (wasm-opt, esbuild, tsc, biome, miniflare, puppeteer-core, deno, bun)"
}

major_of() { timeout 30 "$1" --version 2>/dev/null | grep -oE '[0-9]+' | head -n 1; }

browser_fits_driver() {
    driver=$(major_of chromedriver) || return 1
    for browser in chromium chromium-browser google-chrome google-chrome-stable; do
        [[ $(major_of "$browser") != "$driver" ]] || return 0
    done
    return 1
}

ensure_browser() {
    browser_fits_driver || { apt_install chromium chromium-driver && browser_fits_driver; } ||
        stop "Chromium with a chromedriver of its version is missing" "install both (Debian: chromium chromium-driver)"
    say ok "Chromium and chromedriver $driver"
    ensure_other_browsers
}

# The fonts are those of the pictures in tests/browsers.
ensure_other_browsers() {
    local packages=(firefox-esr webkit2gtk-driver xvfb xauth fonts-dejavu-core)
    has_other_browsers || { apt_install "${packages[@]}" && has_other_browsers; } ||
        stop "Firefox, WebKit's driver, Xvfb or the DejaVu fonts are missing" "install them (Debian: ${packages[*]})"
    say ok "Firefox $(major_of firefox-esr || major_of firefox), WebKit, Xvfb, DejaVu fonts"
}

has_other_browsers() {
    { has firefox-esr || has firefox; } && has WebKitWebDriver && has xvfb-run && has xauth &&
        compgen -G '/usr/lib/*/webkit2gtk-4.1/MiniBrowser' >/dev/null &&
        [[ -e /usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf ]]
}

# Tests start their own, and skip what is not there.
ensure_stores() {
    local missing=()
    has redis-server || missing+=(redis-server)
    has_postgres || missing+=(postgresql)
    has_pgbouncer || missing+=(pgbouncer)
    ((${#missing[@]} == 0)) || install_stopped "${missing[@]}" || true
    if has redis-server && has_postgres && has_pgbouncer; then
        say ok "Redis, PostgreSQL and PgBouncer"
    else
        say note "tests of stores are skipped where Redis, PostgreSQL or PgBouncer is missing (Debian: redis-server postgresql pgbouncer)"
    fi
}

# Debian has it where only root looks.
has_pgbouncer() { has pgbouncer || [[ -x /usr/sbin/pgbouncer ]]; }
has_postgres() { has postgres || compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null; }

# install_stopped SERVICE...: Debian would start each now, and with the machine.
install_stopped() {
    local policy=/usr/sbin/policy-rc.d own='' status=0
    if [[ ! -e $policy ]] && as_root true 2>/dev/null; then
        own=yes
        printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
        as_root chmod 755 "$policy"
    fi
    apt_install "$@" || status=$?
    [[ -z $own ]] || as_root rm -f "$policy"
    ((status == 0)) || return "$status"
    for service in "$@"; do as_root systemctl disable "$service" >/dev/null 2>&1 || true; done
}

ensure_fuzz() {
    has c++ || apt_install g++ || stop "a C++ compiler is missing" "install g++"
    ensure_tool cargo-fuzz "$cargo_fuzz_version" cargo-fuzz
    rm -rf "$work/tools-build"
}

ensure_build() {
    for part in c_compiler node rust wasm_target wasm_tools npm_packages; do "ensure_$part"; done
    printf '%s\n' "${settings[@]}" >"$work/env.mk"
}

for group in "${@:-build}"; do
    [[ $group =~ ^(build|browser|stores|oldest|fuzz)$ ]] || stop "there is no group \"$group\"" "say build, browser, stores, oldest or fuzz"
    "ensure_$group"
done
