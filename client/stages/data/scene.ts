/** Stub. */
import { PaperScene } from '../scene-kit/scene.ts';
export function createScene(key: string): PaperScene<'data'> {
  return new Stub(key);
}
class Stub extends PaperScene<'data'> {
  protected compose(): void {}
  protected apply(): void {}
}
