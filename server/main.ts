/** Starts the game from the command line, says where it is, and stops in order. */

import './ws-global.ts';
import { existsSync } from 'node:fs';
import { createApp, type App } from './app.ts';
import { readConfig, type ServerConfig } from './config.ts';
import { isLoopback, lanAddresses } from './lan.ts';
import { logError } from './log.ts';
import { openStore } from './store/open-store.ts';
import { StoreError } from './store/store-error.ts';

function announce(app: App, { host }: ServerConfig): void {
  console.log('Loss Leaders is running.');
  console.log(`  Players: ${app.url}/`);
  console.log(`  Host:    ${app.url}/host`);
  for (const address of isLoopback(host ?? '') ? [] : lanAddresses()) {
    console.log(`  On your network: http://${address}:${app.port}/ and http://${address}:${app.port}/host`);
  }
}

function stopOnSignals(app: App): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      app.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

/** Nobody should think that it hangs. */
function sayWhatTakesLong({ databaseUrl, dataFolder }: ServerConfig): void {
  if (databaseUrl === null && dataFolder !== null && !existsSync(dataFolder))
    console.log(`Setting up ${dataFolder}/, where matches are kept; this takes some seconds, once ...`);
}

/** Why the server did not start, for the person who typed the command. */
function explain(error: unknown, port: number): string {
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'EADDRINUSE') {
    return `Port ${port} is already in use. Stop the other program, or choose another port: PORT=${port + 1} npm start`;
  }
  if (code === 'EACCES')
    return `Port ${port} may not be used by you. Choose one above 1023: PORT=2567 npm start`;
  if (error instanceof StoreError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/**
 * The last guard: what no other caught must not end all matches, which live in this process. Moves are applied whole or not at
 * all, so a match is sound whatever else was interrupted. It is a bug all the same, so it is logged as one.
 */
function surviveStrays(): void {
  process.on('unhandledRejection', (reason) => logError('Unhandled rejection', reason));
  process.on('uncaughtException', (error) => logError('Uncaught exception', error));
}

async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2));
  if (!config.ok) {
    console.error(config.problem);
    process.exit(1);
  }
  try {
    sayWhatTakesLong(config.value);
    const store = await openStore(config.value);
    const app = await createApp({ ...config.value, store });
    announce(app, config.value);
    stopOnSignals(app);
    surviveStrays();
  } catch (error) {
    console.error(explain(error, config.value.port));
    process.exit(1);
  }
}

await main();
