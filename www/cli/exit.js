// What ends a command early, in one line that says what was wrong and how it is right.

/** The exit codes; `bc-status --help` lists them. */
export const EXIT = { fine: 0, found: 1, usage: 2, files: 3, noAnswer: 4, interrupted: 130, terminated: 143 };

export class Failure extends Error {
  /**
   * @param {string} message
   * @param {number} exitCode
   */
  constructor(message, exitCode) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** @type {(message: string) => Failure} */
export const misused = (message) => new Failure(message, EXIT.usage);

/** @type {Record<string, string>} */
const REASONS = {
  ENOENT: 'no such file',
  ENOTDIR: 'no such file',
  EISDIR: 'it is a directory, not a file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOSPC: 'the disk is full',
};

/**
 * A file that is written need not be there, but the directory it goes into.
 * @type {Record<string, string>}
 */
const WHERE = { ENOENT: 'no such directory', ENOTDIR: 'no such directory' };

/**
 * For what the system says of a file.
 * @type {(file: string, error: any, verb?: string) => Failure}
 */
export const unusable = (file, { code, message }, verb = 'read') => {
  const reasons = verb === 'write' ? { ...REASONS, ...WHERE } : REASONS;
  return new Failure(`cannot ${verb} ${file}: ${reasons[code] ?? code ?? message}`, EXIT.files);
};
