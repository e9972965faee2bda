/** Stub. */
import { PaperScene } from '../scene-kit/scene.ts';
export function createScene(key: string): PaperScene<'debrief'> {
  return new Stub(key);
}
class Stub extends PaperScene<'debrief'> {
  protected compose(): void {}
  protected apply(): void {}
}
