/** Starts the Chromium that `npm test` found, with WebGPU and WebGL in software. */

import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright';

const SYSTEM_CHROMIUM = '/usr/bin/chromium';

/** Without the first WebGPU flag there is no adapter; SwiftShader stands in for a graphics processor. */
export const SOFTWARE_FLAGS = [
  '--no-sandbox',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** The browser given by CHROMIUM_PATH, or the system's; undefined for Playwright's own. */
export function browserPath(): string | undefined {
  return process.env.CHROMIUM_PATH || (existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : undefined);
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath(), args: SOFTWARE_FLAGS });
}
