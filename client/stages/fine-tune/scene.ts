/** The school desk: a pile of flash cards, a pupil of glass, and on the board its answers before and after. */
import { t } from '../../i18n/t.ts';
import desk from '../../../assets/sprites/desk.svg?raw';
import dimLamp from '../../../assets/sprites/lamp-dim.svg?raw';
import litLamp from '../../../assets/sprites/lamp-lit.svg?raw';
import star from '../../../assets/sprites/star.svg?raw';
import table from '../../../assets/sprites/table.svg?raw';
import { drawFloor } from '../scene-kit/backdrop.ts';
import { CORE_SIZE, drawCore } from '../scene-kit/core.ts';
import { wrapLines } from '../scene-kit/lines.ts';
import type { Box } from '../scene-kit/options.ts';
import { PaperScene } from '../scene-kit/scene.ts';
import type { Group, LivePicture, Picture, Words } from '../scene-kit/scene.ts';
import { percent } from '../percent.ts';
import type { FineTuneState } from './picture.ts';
import { CLASSROOMS } from './furniture.ts';
import type { Classroom } from './furniture.ts';

const STARS = 10;
/** A pretrained model comes to school half awake; the rest comes with answers in form. */
const CLARITY_AT_SCHOOL = 0.5;
/** One sheet of the pile on the desk stands for so many cards. */
const CARDS_PER_SHEET = 27;
const CHALK = '#FFFCF5';

interface Star {
  lit: Picture;
  dim: Picture;
}

/** The scene of the fine-tune stage. */
export function createScene(key: string): PaperScene<FineTuneState> {
  return new SchoolRoom(key);
}

class SchoolRoom extends PaperScene<FineTuneState> {
  private room!: Classroom;
  private answers!: { base: Words[]; tuned: Words[] };
  private stars: Star[] = [];
  /** Burns while the model is being tuned. */
  private lamp!: Picture;
  private inForm!: Words;
  private pupil!: LivePicture;
  private awake = { value: CLARITY_AT_SCHOOL };
  private pile!: Group;
  private count!: Words;
  private before: FineTuneState | null = null;

  protected compose(): void {
    this.room = CLASSROOMS[this.layout];
    this.before = null;
    const { view, room } = this;
    const wall = { x: view.x - 9, y: view.y - 9, width: view.width + 18, height: view.height + 18 };
    this.slip(wall, this.stock.wall, { outline: false, shadow: false });
    drawFloor(this, room.floorY, this.stock.wall2);
    this.drawBoard();
    this.answers = {
      base: this.pin(room.answers.base, 'base', this.stock.cream),
      tuned: this.pin(room.answers.tuned, 'tuned', CHALK),
    };
    this.drawStars();
    this.seatPupil();
    this.sprite(table, room.table.x, room.table.y, room.table.width);
    this.pile = this.group(0, 0);
    const front = room.table.y + (room.table.width * 53) / 420;
    const label = { width: room.text.countPx * 7.5, height: room.text.countPx * 1.7 };
    const at = {
      x: room.card ? room.table.x + (room.table.width - label.width) / 2 : room.table.x + 10,
      y: front - label.height / 2,
    };
    this.slip({ ...at, ...label }, CHALK, { shadow: false });
    this.count = this.words('', {
      x: at.x + label.width / 2,
      y: front,
      sizePx: room.text.countPx,
      bold: true,
      align: 'center',
      color: '#1D2433',
    });
  }

  protected apply(state: FineTuneState, animate: boolean): void {
    const { before } = this;
    this.before = state;
    if (before?.baseAnswer !== state.baseAnswer) this.write(this.answers.base, state.baseAnswer, animate);
    if (before?.tunedAnswer !== state.tunedAnswer) this.write(this.answers.tuned, state.tunedAnswer, animate);
    this.lamp.setVisible(state.training);
    const share = state.inFormShare;
    const lit = Math.round((share ?? 0) * STARS);
    for (const [index, { lit: shining, dim }] of this.stars.entries()) {
      const shines = index < lit;
      if (shines && !shining.visible && animate) {
        const size = shining.scale;
        shining.setScale(size * 1.6);
        this.glide(shining, { scale: size }, { animate, delayMs: index * 40 });
      }
      shining.setVisible(shines);
      dim.setVisible(!shines);
    }
    this.inForm.setText(share === null ? '' : this.inFormWords(share));
    const value = CLARITY_AT_SCHOOL + (1 - CLARITY_AT_SCHOOL) * (share ?? 0);
    this.glide(this.awake, { value }, { animate, ms: 300, step: () => this.pupil.redraw() });
    const grown = state.cards - (before?.cards ?? 0);
    const newText = state.demonstrations.length !== (before?.demonstrations.length ?? 0);
    if (before === null || grown !== 0 || newText) this.stackCards(state, animate && grown > 0);
  }

  private inFormWords(share: number): string {
    if (this.layout === 'strip') return percent(share);
    return t('projector.inForm', { share: Math.round(share * 100) });
  }

  private write(lines: Words[], answer: string | null, animate: boolean): void {
    const { columns } = this.room.answer;
    const written = answer === null ? [] : wrapLines(answer, columns, lines.length);
    for (const [index, words] of lines.entries()) {
      words.setText(written[index] ?? '').setAlpha(animate ? 0 : 1);
      this.glide(words, { alpha: 1 }, { animate, delayMs: index * 60 });
    }
  }

  /** The pile is as many cards thick as there are demonstrations (up to a few); the newest lies on top, readable. */
  private stackCards(state: FineTuneState, animate: boolean): void {
    const { card, pile, text } = this.room;
    const amount = state.cards;
    this.count.setText(
      amount === 0 ? t('scene.fine-tune.noCards') : t('scene.fine-tune.cards', { count: amount }),
    );
    this.pile.removeAll(true);

    const seen = Math.min(Math.ceil(amount / CARDS_PER_SHEET), pile.most);
    for (let index = 0; index < seen; index++) {
      const shift = [0, 5, -4, 2, -6, 4][index % 6] * (pile.width / 400);
      const y = pile.y - (index + 1) * pile.thick;
      const sheet = { x: pile.x - pile.width / 2 + shift, y, width: pile.width, height: pile.thick * 1.5 };
      this.slip(sheet, index % 2 === 0 ? CHALK : this.stock.cream, {
        parent: this.pile,
        shadow: false,
        seed: index,
      });
    }
    const newest = state.demonstrations.at(-1);
    if (!card || !newest) return;
    const top = this.group(0, 0, this.pile);
    const y = pile.y - seen * pile.thick - card.height * 0.96;
    const box = { ...card, y };
    this.slip(box, CHALK, { parent: top, seed: 5 });
    const pad = card.width * 0.06;
    const line = {
      x: box.x + pad,
      maxWidth: card.width - 2 * pad,
      sizePx: text.cardPx,
      color: '#1D2433',
      parent: top,
    };
    this.words(newest.question, { ...line, y: box.y + card.height * 0.3, color: '#5A6273' });
    this.words(newest.answer, { ...line, y: box.y + card.height * 0.68, bold: true });
    const rule = box.y + card.height * 0.49;
    this.paint(
      { x: box.x + pad, y: rule, width: card.width - 2 * pad, height: 4 },
      (context) => {
        context.lineWidth = this.style.outline * 0.6;
        context.strokeStyle = '#D9CFBC';
        context.stroke(new Path2D(`M0 2H${card.width - 2 * pad}`));
      },
      { shadow: false, parent: top },
    );
    if (!animate) return;
    top.setPosition(this.view.width * 0.3, -card.height * 0.5).setAlpha(0);
    this.glide(top, { x: 0, y: 0, alpha: 1 }, { animate, ms: 300 });
  }

  private drawBoard(): void {
    const { board } = this.room;
    const rim = this.per({ strip: 4, stage: 12, wall: 20 });
    this.slip(
      { x: board.x - rim, y: board.y - rim, width: board.width + 2 * rim, height: board.height + 2 * rim },
      this.stock.kraft,
    );
    this.slip(board, this.night ? '#22403B' : '#3E635C', { shadow: false });
  }

  /** A slip pinned to the board, with its lines still empty. */
  private pin(box: Box, head: string, fill: string): Words[] {
    const { answer } = this.room;
    this.slip(box, fill);
    const pad = answer.sizePx * 0.75;
    const dark = '#1D2433';
    const title = this.per<'read' | 'title'>({ strip: 'read', stage: 'title', wall: 'title' });
    const top = box.y + pad + answer.headPx * 0.45;
    this.words(head, {
      x: box.x + pad,
      y: top,
      sizePx: answer.headPx,
      voice: title,
      bold: title === 'read',
      color: dark,
    });
    const first = top + answer.headPx * 0.6 + answer.lineHeight * 0.72;
    return Array.from({ length: answer.lines }, (_, line) =>
      this.words('', {
        x: box.x + pad * 0.9,
        y: first + line * answer.lineHeight,
        sizePx: answer.sizePx,
        voice: 'model',
        color: dark,
      }),
    );
  }

  private drawStars(): void {
    const { stars } = this.room;
    this.stars = Array.from({ length: STARS }, (_, index) => {
      const x = stars.x + index * stars.pitch;
      const flat = { shadow: false };
      return {
        dim: this.sprite(star, x, stars.y, stars.size, {
          ...flat,
          color: this.night ? '#33554F' : '#557B73',
        }),
        lit: this.sprite(star, x, stars.y, stars.size, { ...flat, color: this.stock.mustard }).setVisible(
          false,
        ),
      };
    });
    const { board } = this.room;
    const lamp = {
      x: board.x + board.width - stars.size * 1.5,
      y: stars.y + stars.size * 0.12,
      width: stars.size * 1.2,
    };
    this.sprite(dimLamp, lamp.x, lamp.y, lamp.width, { shadow: false });
    this.lamp = this.sprite(litLamp, lamp.x, lamp.y, lamp.width, { shadow: false }).setVisible(false);
    this.inForm = this.words('', {
      x: stars.x + STARS * stars.pitch + stars.size * 0.3,
      y: stars.y + stars.size / 2,
      sizePx: stars.sizePx,
      bold: this.layout === 'strip',
      voice: this.per<'read' | 'title'>({ strip: 'read', stage: 'title', wall: 'title' }),
      color: CHALK,
    });
  }

  private seatPupil(): void {
    const { pupil, desk: place } = this.room;
    const scale = pupil.width / CORE_SIZE.width;
    const margin = this.style.outline * 2;
    const height = CORE_SIZE.height * scale;
    const box = {
      x: pupil.x - margin,
      y: pupil.y - margin,
      width: pupil.width + 2 * margin,
      height: height + 2 * margin,
    };
    this.pupil = this.live(box, (context) => {
      context.translate(margin, margin);
      context.scale(scale, scale);
      const face = { look: { x: 0.75, y: 0.15 }, scale: 1.8, down: 74 };
      drawCore(context, this.spritePaint(scale), this.awake.value, face);
      const smile = this.awake.value > 0.75 ? 26 : 4;
      this.outline(context, new Path2D(`M158 246q49 ${smile} 98 0`), 1.3 / scale);
    });
    this.sprite(desk, place.x, place.y, place.width);
  }
}
