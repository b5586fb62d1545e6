import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** The first Chromium on PATH. */
export async function chromiumOnPath() {
  for (const directory of process.env.PATH.split(delimiter)) {
    for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
      const file = join(directory, name);
      if (
        await access(file, constants.X_OK).then(
          () => true,
          () => false,
        )
      )
        return file;
    }
  }
  throw new Error('no chromium on PATH: install the package chromium');
}
