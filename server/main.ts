/** Starts the game from the command line, says where it is, and stops in order. */

import './ws-global.ts';
import type { App } from './app.ts';
import { readConfig, type ServerConfig } from './config.ts';
import { isLoopback, lanAddresses } from './lan.ts';

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

/** Why the server did not start, for the person who typed the command. */
function explain(error: unknown, port: number): string {
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'EADDRINUSE') {
    return `Port ${port} is already in use. Stop the other program, or choose another port: PORT=${port + 1} npm start`;
  }
  if (code === 'EACCES')
    return `Port ${port} may not be used by you. Choose one above 1023: PORT=2567 npm start`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** A forgotten promise in one match must not end the others; it is a bug all the same, so it is shown. */
function surviveStrayRejections(): void {
  process.on('unhandledRejection', (reason) => console.error('Unhandled rejection:', reason));
}

async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2));
  if (!config.ok) {
    console.error(config.problem);
    process.exit(1);
  }
  try {
    /* Loaded only now: colyseus reads .env files into the environment, and ours has been validated by then. */
    process.env.DOTENV_CONFIG_QUIET = 'true';
    const { createApp } = await import('./app.ts');
    const app = await createApp(config.value);
    announce(app, config.value);
    stopOnSignals(app);
    surviveStrayRejections();
  } catch (error) {
    console.error(explain(error, config.value.port));
    process.exit(1);
  }
}

await main();
