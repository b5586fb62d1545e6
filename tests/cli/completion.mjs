// Completion: bash is asked as it would be by a key, the others are at least read where they are installed.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
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

export const completionCases = ({ run }) => {
  it('offers in bash commands, codes, options and their values', async () => {
    const { code, out } = await run(['completion', 'bash']);
    assert.equal(code, 0);
    assert.deepEqual(offered(out, ['bc-status', 'di']), ['diagnose']);
    assert.deepEqual(offered(out, ['bc-status', '42']), ['422', '423', '429']);
    assert.deepEqual(offered(out, ['bc-status', 'fetch', '--ma']), ['--max-attempts', '--max-time']);
    assert.deepEqual(offered(out, ['bc-status', 'diagnose', '--format', 'm']), ['markdown']);
    assert.deepEqual(offered(out, ['bc-status', 'list', '--retry', 'after']), ['after-change', 'after-wait']);
    assert.deepEqual(offered(out, ['bc-status', 'completion', 'f']), ['fish']);
    // Nothing of ours, so that bash offers files.
    assert.deepEqual(offered(out, ['bc-status', 'fetch', '-o', '']), ['']);
  });

  for (const shell of ['zsh', 'fish']) {
    it(`names all commands and options for ${shell}`, async () => {
      const { out } = await run(['completion', shell]);
      for (const word of ['list', 'diagnose', 'retry', 'fetch', 'completion', 'max-attempts', 'after-change', '429']) {
        assert.ok(out.includes(word), word);
      }
    });

    it(`is read by ${shell}`, { skip: !isThere(shell) && `no ${shell} here` }, async () => {
      const { out } = await run(['completion', shell]);
      const { status, stderr } = spawnSync(shell, ['--no-execute'], { input: out, encoding: 'utf8' });
      assert.deepEqual([status, stderr], [0, '']);
    });
  }
};
