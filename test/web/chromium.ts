// The browser that is here, and the page as it was built: what tests and measurements of the page need, and why they cannot have it.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const places = [
  process.env.DEMARCHE_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** The browser that is here; undefined where there is none. */
export const browserPath: string | undefined = places.find(place => place !== undefined && existsSync(place))

const built = ['../../dist/web', '../../web'].map(path => fileURLToPath(new URL(path, import.meta.url)))

/** The folder of the built page, found from test/ and from dist/test/ alike. */
export const pages: string = built.find(folder => existsSync(join(folder, 'assets'))) ?? built[0]!

/** Why nothing of the page can be tried; undefined where it can. */
export const hindrance: string | undefined =
  browserPath === undefined
    ? 'no Chromium was found: install it (on Debian "apt-get install chromium") or name it in DEMARCHE_CHROMIUM'
    : existsSync(join(pages, 'assets'))
      ? undefined
      : 'the page is not built: run "npm run build:web"'

/** Chromium as it runs on a machine without a screen. */
export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
