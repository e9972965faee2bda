/** Stub. */
import { PaperScene } from '../scene-kit/scene.ts';
export function createScene(key: string): PaperScene<'fine-tune'> {
  return new Stub(key);
}
class Stub extends PaperScene<'fine-tune'> {
  protected compose(): void {}
  protected apply(): void {}
}
