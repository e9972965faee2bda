/** The gallery: two answers on pedestals, and between them a pan that fills with the thumbs of everybody's votes. */
import lamp from '../../../assets/sprites/lamp-lit.svg?raw';
import pan from '../../../assets/sprites/pan.svg?raw';
import pedestal from '../../../assets/sprites/pedestal.svg?raw';
import thumb from '../../../assets/sprites/thumb.svg?raw';
import { t } from '../../i18n/t.ts';
import { drawFloor } from '../scene-kit/backdrop.ts';
import { wrapLines } from '../scene-kit/lines.ts';
import type { Box } from '../scene-kit/options.ts';
import { PaperScene } from '../scene-kit/scene.ts';
import type { Group, Picture, Words } from '../scene-kit/scene.ts';
import { percent } from '../percent.ts';
import type { AlignState } from './picture.ts';
import { GALLERIES, type Gallery } from './furniture.ts';

/** Thumbs in a full pan: as many as make a good signal. */
const MOST_THUMBS = 24;
const DARK = '#1D2433';
/** Height of the pan's rim, as a share of its width. */
const RIM = 0.72;

/** The scene of the align stage. */
export function createScene(key: string): PaperScene<AlignState> {
  return new AlignGallery(key);
}

class AlignGallery extends PaperScene<AlignState> {
  private gallery!: Gallery;
  private answers!: { a: Words[]; b: Words[] };
  private heap!: Group;
  private thumbs = 0;
  private votes!: Words;
  private small!: Words;
  /** Burns while the model is being trained on the votes. */
  private lamp!: Picture;
  private before: AlignState | null = null;

  protected compose(): void {
    this.gallery = GALLERIES[this.layout];
    this.before = null;
    this.thumbs = 0;
    const { view, gallery } = this;
    const wall = { x: view.x - 9, y: view.y - 9, width: view.width + 18, height: view.height + 18 };
    this.slip(wall, this.night ? this.stock.wall : '#DCE3DC', { outline: false, shadow: false });
    drawFloor(this, gallery.floorY, this.stock.wall2);
    for (const side of ['a', 'b'] as const) {
      const { x, y } = gallery.pedestals[side];
      this.sprite(pedestal, x, y, gallery.pedestals.width);
    }
    this.answers = {
      a: this.stand(gallery.papers.a, 'A'),
      b: this.stand(gallery.papers.b, 'B'),
    };
    this.hangPan();
    this.placePlaque();
  }

  protected apply(state: AlignState, animate: boolean): void {
    const { before } = this;
    this.before = state;
    for (const side of ['a', 'b'] as const) {
      const text = state.answers?.[side] ?? null;
      if (before !== null && before.answers?.[side] === text) continue;
      this.write(this.answers[side], text, animate);
    }
    this.fill(state, animate);
    this.lamp.setVisible(state.training);
    this.votes.setText(t('scene.align.votes', { votes: state.votes }));
    this.small.setText(this.caption(state));
  }

  private caption({ traitBefore, traitAfter, inFormAfter, votes, goodVotes }: AlignState): string {
    if (traitBefore !== null && traitAfter !== null) {
      const words = { before: percent(traitBefore), after: percent(traitAfter) };
      const change = t('scene.align.friendly', words);
      if (this.layout === 'strip' || inFormAfter === null) return change;
      return `${change}\n${t('scene.align.form', { share: percent(inFormAfter) })}`;
    }
    return votes >= goodVotes ? t('scene.align.good') : t('scene.align.wanted', { good: goodVotes });
  }

  /** One thumb for each share of a good signal; they only ever come. */
  private fill({ votes, goodVotes }: AlignState, animate: boolean): void {
    const wanted = Math.min(MOST_THUMBS, Math.ceil((votes / Math.max(1, goodVotes)) * MOST_THUMBS));
    const { pan: place, thumb: size } = this.gallery;
    for (; this.thumbs < wanted; this.thumbs++) {
      const row = Math.floor(this.thumbs / size.across);
      const column = this.thumbs % size.across;
      const jitter = ((this.thumbs * 37) % 11) / 11 - 0.5;
      const pitch = (place.width * 0.72) / size.across;
      const left = place.x + place.width * 0.14 + (row % 2) * pitch * 0.35;
      const x = left + column * pitch + jitter * pitch * 0.3;
      const y = place.y + place.width * RIM - size.width * 0.75 - row * size.rise;
      const picture = this.sprite(thumb, x, y, size.width, {
        color: [this.stock.mustard, this.stock.brick, this.stock.teal][this.thumbs % 3],
        angle: jitter * 50,
        shadow: false,
        parent: this.heap,
      });
      if (!animate) continue;
      const end = picture.y;
      picture.setY(end - place.width * 0.4).setAlpha(0);
      this.glide(picture, { y: end, alpha: 1 }, { animate, ms: 260 });
    }
  }

  private write(lines: Words[], answer: string | null, animate: boolean): void {
    const { columns } = this.gallery.answer;
    const written = answer === null ? ['?'] : wrapLines(answer, columns, lines.length);
    for (const [index, words] of lines.entries()) {
      words.setText(written[index] ?? '').setAlpha(animate ? 0 : 1);
      this.glide(words, { alpha: 1 }, { animate, ms: 160 });
    }
  }

  /** A paper on a pedestal, with its lines still empty. */
  private stand(box: Box, head: string): Words[] {
    const { answer } = this.gallery;
    this.slip(box, '#FFFCF5');
    const pad = answer.sizePx * 0.8;
    const top = box.y + pad + answer.headPx * 0.5;
    this.words(head, { x: box.x + pad, y: top, sizePx: answer.headPx, voice: 'title', color: DARK });
    const first = top + answer.headPx * 0.6 + answer.lineHeight * 0.8;
    return Array.from({ length: answer.lines }, (_, line) =>
      this.words('', {
        x: box.x + pad,
        y: first + line * answer.lineHeight,
        sizePx: answer.sizePx,
        voice: 'model',
        color: DARK,
      }),
    );
  }

  private hangPan(): void {
    const { pan: place } = this.gallery;
    const middle = place.x + place.width / 2;
    const reach = place.y - this.view.y + 9;
    this.paint(
      { x: middle - 4, y: this.view.y - 9, width: 8, height: reach + 6 },
      (context) => this.outline(context, new Path2D(`M4 0V${reach + 6}`), 0.8),
      { shadow: false },
    );
    this.heap = this.group(0, 0);
    this.sprite(pan, place.x, place.y, place.width, { color: this.stock.mustard });
  }

  private placePlaque(): void {
    const { plaque, text } = this.gallery;
    this.slip(plaque, this.stock.cream);
    const middle = plaque.x + plaque.width / 2;
    const line = { x: middle, align: 'center' as const, maxWidth: plaque.width - 12, color: DARK };
    this.votes = this.words('', {
      ...line,
      y: plaque.y + plaque.height * 0.32,
      sizePx: text.votesPx,
      voice: 'title',
    });
    this.small = this.words('', { ...line, y: plaque.y + plaque.height * 0.72, sizePx: text.smallPx });
    const size = text.votesPx * 1.1;
    this.lamp = this.sprite(lamp, plaque.x + plaque.width - size * 1.1, plaque.y + size * 0.15, size, {
      shadow: false,
    }).setVisible(false);
  }
}
