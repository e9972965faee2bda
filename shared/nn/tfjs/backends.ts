/** Makes a TF.js backend ready for training, and says in plain words why one cannot be used. */

import * as tf from '@tensorflow/tfjs';
import { sharedWebGpuDevice, type WebGpuDevice } from '../webgpu/device.ts';

export type TfjsBackend = 'cpu' | 'webgl' | 'webgpu';

/** The device behind TF.js's webgpu backend, which is one per page like the backend itself. */
let registered: WebGpuDevice | undefined;

/** Makes this the active backend; throws an Error where the device cannot train with it. */
export async function useBackend(backend: TfjsBackend): Promise<void> {
  if (backend === 'webgpu') await registerWebGpu();
  if (tf.getBackend() === backend) return;
  if (!(await tf.setBackend(backend))) throw new Error(`tfjs: this device has no ${backend}`);
  if (backend === 'webgl' && !tf.env().getBool('WEBGL_RENDER_FLOAT32_CAPABLE')) {
    throw new Error('tfjs: WebGL on this device computes with 16-bit floats, too coarse for training');
  }
}

/** Registers TF.js's webgpu backend on the device that our own kernels use, again after the last one was lost. */
async function registerWebGpu(): Promise<void> {
  if (registered && !registered.isLost()) return;
  const device = await sharedWebGpuDevice();
  if (!device) throw new Error('tfjs: this device has no WebGPU');
  const { WebGPUBackend } = await import('@tensorflow/tfjs-backend-webgpu');
  if (tf.engine().registryFactory.webgpu) tf.removeBackend('webgpu');
  // Otherwise small tensors are computed on the processor, each with a synchronous read that WebGPU does not have.
  tf.env().set('WEBGPU_CPU_FORWARD', false);
  tf.registerBackend('webgpu', () => new WebGPUBackend(device.device, device.info));
  registered = device;
}
