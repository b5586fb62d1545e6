// Programs on the PATH.

import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** The first program on the PATH that has one of these names. */
export const onPath = async (...names) => {
  for (const directory of process.env.PATH.split(delimiter)) {
    for (const name of names) {
      const file = join(directory, name);
      const isThere = await access(file, constants.X_OK).then(
        () => true,
        () => false,
      );
      if (isThere) return file;
    }
  }
  throw new Error(`there is no ${names.join(' or ')} on the PATH: run \`make setup\``);
};

export const chromiumOnPath = () => onPath('chromium', 'chromium-browser', 'google-chrome');
