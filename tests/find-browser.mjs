/** Finds a Chromium for the browser tests, or installs one where that can be done without asking. */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT, SetupError } from '../server/install.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** A file that says its version is a browser; Ubuntu's package of that name only points at a snap and does not. */
function runs(path) {
  if (process.platform === 'win32') return existsSync(path);
  return spawnSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0;
}

function systemBrowser(names = NAMES, applications = APPLICATIONS) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...applications,
  ];
  return candidates.find((path) => existsSync(path) && runs(path)) ?? null;
}

/** Playwright's own download, if it is there; its package is asked, so call this after installing packages. */
async function playwrightBrowser() {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return path && existsSync(path) && runs(path) ? path : null;
}

function run(command, args) {
  return spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' }).status === 0;
}

function isDebianAsRoot() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

const FIREFOX_NAMES = ['firefox-esr', 'firefox'];
const FIREFOX_APPLICATIONS = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

const systemFirefox = () => systemBrowser(FIREFOX_NAMES, FIREFOX_APPLICATIONS);

/** The path of a Firefox, which one test asks for; null where there is none and none can be installed without asking. */
export function findFirefox() {
  const present = process.env.FIREFOX_PATH || systemFirefox();
  if (present) return present;
  if (isDebianAsRoot()) {
    console.log('No Firefox found: installing one for the page that is taken home (once) ...');
    const update = ['update', '-qq'];
    const install = ['install', '-y', '-qq', '--no-install-recommends', 'firefox-esr'];
    const installed = run('apt-get', update) && run('apt-get', install) && systemFirefox();
    if (installed) return installed;
  }
  console.log('There is no Firefox here, so the page that is taken home is tried in Chromium only.');
  return null;
}

/** The path of a browser; throws a SetupError that says what to do when there is none and none can be installed. */
export async function findBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new SetupError(`CHROMIUM_PATH says ${given}, but there is no such file.`);
  }
  const present = systemBrowser() ?? (await playwrightBrowser());
  if (present) return present;
  console.log('No Chromium found: installing one for the browser tests (once) ...');
  if (isDebianAsRoot()) {
    const installed =
      run('apt-get', ['update', '-qq']) &&
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']) &&
      systemBrowser();
    if (installed) return installed;
  }
  const cli = join(ROOT, 'node_modules', 'playwright', 'cli.js');
  const withDependencies = process.platform === 'linux' && process.getuid?.() === 0 ? ['--with-deps'] : [];
  const downloaded =
    run(process.execPath, [cli, 'install', ...withDependencies, 'chromium']) && (await playwrightBrowser());
  if (downloaded) return downloaded;
  throw new SetupError(
    'The browser tests need Chromium, and none could be installed. Install Chromium or Chrome by hand ' +
      '(on Debian or Ubuntu as root: "npx playwright install --with-deps chromium"), or set CHROMIUM_PATH to one, and try again.',
  );
}
