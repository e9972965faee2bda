/** The scene of the quiz: a sheet of paper on the wall. */

import { t } from '../../i18n/t.ts';
import { PaperScene, type Words } from '../scene-kit/scene.ts';
import type { QuizState } from './picture.ts';

export function createScene(key: string): PaperScene<QuizState> {
  return new QuizBoard(key);
}

class QuizBoard extends PaperScene<QuizState> {
  private outcome!: Words;

  protected compose(): void {
    const { x, y, width, height } = this.view;
    this.slip({ x: x + width * 0.1, y: y + height * 0.15, width: width * 0.8, height: height * 0.7 });
    const sizePx = Math.min(width * 0.045, height * 0.1);
    const middle = { x: x + width / 2, align: 'center' as const, wrapWidth: width * 0.7, sizePx };
    this.words(t('quiz.question'), { ...middle, y: y + height * 0.38 });
    this.outcome = this.words('', { ...middle, y: y + height * 0.68, voice: 'title' });
  }

  protected apply({ outcome }: QuizState): void {
    this.outcome.setText(outcome);
  }
}
