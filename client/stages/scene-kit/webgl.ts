/** Whether this device draws WebGL with a graphics card. */
import { blankCanvas } from './cutout.ts';

/** How renderers that run on the processor name themselves. */
const SOFTWARE_RENDERERS = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** WebGL in software takes the processor from training and is slower than the plain canvas: then we take that. */
export function hasFastWebGl(): boolean {
  const probe = blankCanvas(1, 1).getContext('webgl', { failIfMajorPerformanceCaveat: true });
  if (!probe) return false;
  const info = probe.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(probe.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : probe.RENDERER));
  probe.getExtension('WEBGL_lose_context')?.loseContext();
  return !SOFTWARE_RENDERERS.test(renderer);
}
