/** Starts the Chromium that `npm test` found, with WebGPU and WebGL in software. */

import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright';

const SYSTEM_CHROMIUM = '/usr/bin/chromium';

/** Without the first WebGPU flag there is no adapter; SwiftShader stands in for a graphics processor. */
const FLAGS = [
  '--no-sandbox',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--enable-unsafe-swiftshader',
];

export function launchChromium(): Promise<Browser> {
  const installed = existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : undefined;
  return chromium.launch({ executablePath: process.env.CHROMIUM_PATH || installed, args: FLAGS });
}
