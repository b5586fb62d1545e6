#!/usr/bin/env bash
# @cucumber/cucumber 12.9.0 (with its assertion-error-formatter 3.0.0) prints the difference that an error of node:assert is
# about twice, one below the other, and with opposite signs: "+ actual - expected" by Node, where + is what came, and
# "+ expected - actual" by itself, where + is what was wanted. Who reads the lower half by the upper legend takes a
# request that failed with 504 for one that was answered with 201.
# Seen: + actual - expected | + 504, | - 201, | + expected - actual | - 504 | + 201
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @cucumber/cucumber@12.9.0 >/dev/null 2>&1
mkdir steps
cat >orders.feature <<'FEATURE'
Feature: orders
  Scenario: create one
    Then the status is 201
FEATURE
cat >steps/orders.cjs <<'JS'
const assert = require('node:assert');
const { Then } = require('@cucumber/cucumber');

const seen = [504, 'gateway'];
Then('the status is {int}', (wanted) => assert.deepStrictEqual(seen, [wanted, 'gateway']));
JS
seen=$(npx cucumber-js --require 'steps/*.cjs' orders.feature 2>&1 || true)
found=$(grep -E '^ *[-+] +(actual|expected|504|201)' <<<"$seen" | sed -E 's/^ +//; s/ +/ /g' | paste -sd'|' | sed 's/|/ | /g')
echo "$found"
[[ $found == '+ actual - expected | + 504, | - 201, | + expected - actual | - 504 | + 201' ]]
