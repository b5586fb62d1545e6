#!/usr/bin/env bash
# A JWT whose `iat` is a minute ahead, as when the clock of who checks it is behind: PyJWT 2.15.1 refuses it, jsonwebtoken
# 9.0.3 and jose 6.2.18 accept it. With a limit on its age jose refuses it too, and jsonwebtoken still does not. So an
# app in Python fails on a clock with which the same app in Node runs.
# Seen: jsonwebtoken accepts, with maxAge accepts; jose accepts, with maxTokenAge ERR_JWT_CLAIM_VALIDATION_FAILED;
# PyJWT ImmatureSignatureError, with leeway accepts.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts jsonwebtoken@9.0.3 jose@6.2.18 >/dev/null
python3 -m venv python >/dev/null
python/bin/pip install --quiet --disable-pip-version-check PyJWT==2.15.1
cat >run.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { jwtVerify } from 'jose';
import jsonwebtoken from 'jsonwebtoken';

const secret = 'the client secret of an app, long enough for HS256';
const iat = Math.floor(Date.now() / 1000) + 60;
const token = jsonwebtoken.sign({ sub: 'stores/abc123', iat, exp: iat + 600 }, secret, { algorithm: 'HS256' });
const key = new TextEncoder().encode(secret);

const said = async (check) => {
  try {
    await check();
    return 'accepts';
  } catch (error) {
    return error.code ?? error.name;
  }
};
const python = (options) =>
  execFileSync('python/bin/python', ['-c', `
import jwt, sys
try:
    jwt.decode(sys.argv[1], sys.argv[2], algorithms=['HS256']${options})
    print('accepts')
except jwt.InvalidTokenError as error:
    print(type(error).__name__)
`, token, secret], { encoding: 'utf8' }).trim();

console.log(
  `jsonwebtoken ${await said(() => jsonwebtoken.verify(token, secret))},`,
  `with maxAge ${await said(() => jsonwebtoken.verify(token, secret, { maxAge: '5m' }))};`,
  `jose ${await said(() => jwtVerify(token, key))}, with maxTokenAge ${await said(() => jwtVerify(token, key, { maxTokenAge: '5m' }))};`,
  `PyJWT ${python('')}, with leeway ${python(', leeway=120')}`,
);
JS
seen=$(node run.mjs)
echo "$seen"
[[ $seen == 'jsonwebtoken accepts, with maxAge accepts; jose accepts, with maxTokenAge ERR_JWT_CLAIM_VALIDATION_FAILED; PyJWT ImmatureSignatureError, with leeway accepts' ]]
