/** Stub. */
import { PaperScene } from '../scene-kit/scene.ts';
export function createScene(key: string): PaperScene<'scale'> {
  return new Stub(key);
}
class Stub extends PaperScene<'scale'> {
  protected compose(): void {}
  protected apply(): void {}
}
