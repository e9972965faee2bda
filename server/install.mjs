/** Makes sure that the installed packages are those of the lock file; needs nothing but Node itself. */

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const LEAST_NODE = [20, 19];
const NETWORK_TROUBLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/;

/** Trouble that a person can mend: shown as a sentence, without a stack. */
export class SetupError extends Error {}

/** Throws a SetupError on a Node that is too old for the packages. */
function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return;
  throw new SetupError(
    `Loss Leaders needs Node ${LEAST_NODE.join('.')} or newer; this is Node ${version}. Get one at https://nodejs.org and try again.`,
  );
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/** Why packages must be installed ('missing', 'stale'), or null when what is there matches the lock file. */
function installReason(root = ROOT) {
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (!installed) return 'missing';
  const locked = readPackages(join(root, 'package-lock.json')) ?? {};
  for (const [path, entry] of Object.entries(locked)) {
    if (path === '') continue;
    const version = installed[path]?.version;
    // An optional package may be absent: it is for another operating system or processor.
    if (version !== entry.version && !(entry.optional && version === undefined)) return 'stale';
  }
  return null;
}

/** Runs a program with its output shown; resolves to its exit code and what it wrote to stderr. */
function runShown(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['inherit', 'inherit', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
      process.stderr.write(chunk);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, errors }));
  });
}

/** A runtime that tests load would fetch libraries for graphics cards, hundreds of megabytes that nothing here uses. */
const WITHOUT_EXTRAS = { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' };

function runNpm(args) {
  const npmScript = process.env.npm_execpath;
  const options = { cwd: ROOT, env: WITHOUT_EXTRAS };
  if (npmScript?.endsWith('.js')) return runShown(process.execPath, [npmScript, ...args], options);
  return runShown('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** Installs the packages when they are missing or stale; throws a SetupError in plain words when that fails. */
export async function ensurePackages() {
  checkNode();
  const reason = installReason();
  if (!reason) return;
  console.log(
    reason === 'missing'
      ? 'Installing packages (once, about a minute) ...'
      : 'Packages differ from the lock file: installing them anew ...',
  );
  const locked = existsSync(join(ROOT, 'package-lock.json'));
  const args = [locked ? 'ci' : 'install', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, errors } = await runNpm(args).catch((error) => ({ code: 1, errors: String(error) }));
  if (code === 0) return;
  throw new SetupError(
    NETWORK_TROUBLE.test(errors)
      ? 'The package registry could not be reached. Packages are downloaded once, so connect to the internet (or set npm\'s "registry" or "proxy") and try again.'
      : `Packages could not be installed (npm said so above). Try "npm ${args[0]}" by hand.\n${errors.trim().slice(0, 400)}`,
  );
}

/** Runs a command-line program's main function and turns what it throws into a message and an exit code. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exitCode = 1;
  }
}
