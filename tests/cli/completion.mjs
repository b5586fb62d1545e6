// Completion: bash is asked as it would be by a key, and so is fish where it is installed.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';

/** What bash would offer behind these words. */
const offered = (script, words) => {
  const asked = `${script}
    COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
    _bc_status; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', asked], { encoding: 'utf8' });
  assert.equal(stderr, '');
  return stdout.trim().split('\n');
};

const isThere = (shell) => spawnSync(shell, ['-c', 'true']).status === 0;

export const completionCases = ({ run, root }) => {
  it('offers in bash commands, codes, options and their values', async () => {
    const { code, out } = await run(['completion', 'bash']);
    assert.equal(code, 0);
    assert.deepEqual(offered(out, ['bc-status', 'di']), ['diagnose']);
    assert.deepEqual(offered(out, ['bc-status', '42']), ['422', '423', '429']);
    assert.deepEqual(offered(out, ['bc-status', 'fetch', '--ma']), ['--max-attempts', '--max-time']);
    assert.deepEqual(offered(out, ['bc-status', 'diagnose', '--format', 'm']), ['markdown']);
    assert.deepEqual(offered(out, ['bc-status', 'diagnose', '--a']), ['--all']);
    assert.deepEqual(offered(out, ['bc-status', 'list', '--retry', 'after']), ['after-change', 'after-wait']);
    assert.deepEqual(offered(out, ['bc-status', 'completion', 'f']), ['fish']);
    // Nothing of ours, so that bash offers files.
    assert.deepEqual(offered(out, ['bc-status', 'fetch', '-o', '']), ['']);
  });

  it('offers them in fish', { skip: !isThere('fish') && 'there is no fish here' }, async () => {
    const { out } = await run(['completion', 'fish']);
    const words = (typed) => {
      const { stdout } = spawnSync('fish', ['--no-config', '-c', `${out}\ncomplete -C '${typed}'`], { encoding: 'utf8' });
      return stdout
        .trim()
        .split('\n')
        .map((line) => line.split('\t')[0]);
    };
    assert.deepEqual(words('bc-status di'), ['diagnose']);
    assert.deepEqual(words('bc-status 42'), ['422', '423', '429']);
    assert.deepEqual(words('bc-status fetch --ma'), ['--max-attempts', '--max-time']);
    assert.deepEqual(words('bc-status list --retry after'), ['after-change', 'after-wait']);
    assert.deepEqual(words('bc-status completion b'), ['bash']);
  });

  it('is valid in zsh', { skip: !isThere('zsh') && 'there is no zsh here' }, async () => {
    const file = join(root, 'completion.zsh');
    writeFileSync(file, (await run(['completion', 'zsh'])).out);
    const { status, stderr } = spawnSync('zsh', ['-f', '-n', file], { encoding: 'utf8' });
    assert.deepEqual([status, stderr], [0, '']);
  });

  it('names all commands and options in zsh', async () => {
    const { out } = await run(['completion', 'zsh']);
    for (const word of [
      'list',
      'diagnose',
      'retry',
      'route',
      'fetch',
      'mcp',
      'completion',
      '{-X,--request}',
      '--max-attempts',
      '(text markdown html)',
      ' 429 ',
    ]) {
      assert.ok(out.includes(word), word);
    }
  });
};
