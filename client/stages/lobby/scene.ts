/** Stub. */
import { PaperScene } from '../scene-kit/scene.ts';
export function createScene(key: string): PaperScene<'lobby'> {
  return new Stub(key);
}
class Stub extends PaperScene<'lobby'> {
  protected compose(): void {}
  protected apply(): void {}
}
