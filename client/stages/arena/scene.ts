/** The theater: two curtains with an answer each, and a jar that fills with everybody's ballots, whichever way they went. */
import curtain from '../../../assets/sprites/curtain.svg?raw';
import house from '../../../assets/sprites/house.svg?raw';
import jar from '../../../assets/sprites/jar.svg?raw';
import peephole from '../../../assets/sprites/peephole.svg?raw';
import { t } from '../../i18n/t.ts';
import { TEAM_OUTLINES } from '../../ui/team-shapes.ts';
import { TEAM_HUES, TEAM_SHAPES } from '../../ui/tokens.ts';
import { drawFloor } from '../scene-kit/backdrop.ts';
import { wrapLines } from '../scene-kit/lines.ts';
import { mascotSvg } from '../scene-kit/mascot.ts';
import { PaperScene } from '../scene-kit/scene.ts';
import type { Group, Picture, Words } from '../scene-kit/scene.ts';
import type { ArenaState } from './picture.ts';
import { THEATERS, type Theater } from './furniture.ts';

const SIDES = ['a', 'b'] as const;
const DARK = '#1D2433';
/** Confetti in a full jar. */
const MOST_CONFETTI = 20;

/** The scene of the arena. */
export function createScene(key: string): PaperScene<ArenaState> {
  return new TwoCurtains(key);
}

class TwoCurtains extends PaperScene<ArenaState> {
  private theater!: Theater;
  private question: Words | null = null;
  private answers!: { a: Words[]; b: Words[] };
  private eyes!: { a: Picture; b: Picture };
  /** Names and signs, there once the curtains are open. */
  private plaques!: Group;
  private heap!: Group;
  private count!: Words;
  private confetti = 0;
  private shown = '';
  private named = '';

  protected compose(): void {
    this.theater = THEATERS[this.layout];
    this.confetti = 0;
    this.shown = '';
    this.named = '';
    const { view, theater } = this;
    const back = { x: view.x - 9, y: view.y - 9, width: view.width + 18, height: view.height + 18 };
    this.slip(back, '#3C3348', { outline: false, shadow: false });
    drawFloor(this, theater.floorY, this.stock.kraft);
    const { curtains } = theater;
    this.sprite(curtain, curtains.a.x, curtains.a.y, curtains.a.width, { color: this.stock.plum });
    this.sprite(curtain, curtains.b.x, curtains.b.y, curtains.b.width, { color: this.stock.teal });
    this.hangAwning();
    if (theater.sign) {
      this.slip(theater.sign, '#FFFCF5');
      this.question = this.words('', {
        x: theater.sign.x + theater.sign.width / 2,
        y: theater.sign.y + theater.sign.height / 2,
        sizePx: theater.signPx,
        voice: 'title',
        align: 'center',
        color: DARK,
      });
    } else this.question = null;
    this.eyes = { a: this.openEyes('a'), b: this.openEyes('b') };
    this.answers = { a: this.holdPaper('a'), b: this.holdPaper('b') };
    this.plaques = this.group(0, 0);
    this.sprite(jar, theater.jar.x, theater.jar.y, theater.jar.width);
    this.heap = this.group(0, 0);
    this.placeCount();
  }

  protected apply(state: ArenaState, animate: boolean): void {
    const pair = JSON.stringify(state.pair);
    if (pair !== this.shown) {
      this.shown = pair;
      for (const side of SIDES) this.write(this.answers[side], state.pair?.[side] ?? null, animate);
      if (this.question && this.theater.sign) {
        this.shorten(
          this.question,
          state.pair?.question ?? '',
          this.theater.sign.width - this.theater.signPx,
        );
      }
    }
    const names = JSON.stringify(state.who);
    if (names !== this.named) {
      this.named = names;
      this.unveil(state.who, animate);
    }
    this.fill(state, animate);
    this.count.setText(t('scene.arena.ballots', { votes: state.votes, wanted: state.wanted }));
  }

  private hangAwning(): void {
    const { view } = this;
    const { height, stripes } = this.theater.awning;
    const width = view.width / stripes;
    for (let stripe = 0; stripe < stripes; stripe++) {
      const box = { x: view.x + stripe * width, y: view.y - 9, width, height: height + 9 };
      this.slip(box, stripe % 2 === 0 ? this.stock.brick : '#FFFCF5', { seed: stripe, shadow: false });
    }
  }

  /** Somebody peeps out; the same eyes for all, so that they tell nothing. */
  private openEyes(side: 'a' | 'b'): Picture {
    const { papers, eyes } = this.theater;
    const paper = papers[side];
    const top = paper.y - eyes.up - eyes.width * 0.32 * 0.5;
    return this.sprite(peephole, paper.x + (paper.width - eyes.width) / 2, top, eyes.width, {
      shadow: false,
    });
  }

  /** The paper with its mark, and its lines still empty. */
  private holdPaper(side: 'a' | 'b'): Words[] {
    const { papers, answer, markPx } = this.theater;
    const paper = papers[side];
    this.slip(paper, '#FFFCF5', { seed: side === 'a' ? 1 : 2 });
    const mark = markPx * 1.7;
    const corner = { x: paper.x - mark * 0.35, y: paper.y - mark * 0.45 };
    this.slip({ ...corner, width: mark, height: mark }, this.stock.mustard, { seed: 3 });
    this.words(side.toUpperCase(), {
      x: corner.x + mark / 2,
      y: corner.y + mark / 2,
      sizePx: markPx,
      voice: 'title',
      align: 'center',
      color: DARK,
    });
    const pad = answer.sizePx;
    return Array.from({ length: answer.lines }, (_, line) =>
      this.words('', {
        x: paper.x + pad,
        y: paper.y + mark * 0.55 + answer.lineHeight * (line + 0.6),
        sizePx: answer.sizePx,
        voice: 'model',
        color: DARK,
      }),
    );
  }

  private write(lines: Words[], answer: string | null, animate: boolean): void {
    const written = answer === null ? [] : wrapLines(answer, this.theater.answer.columns, lines.length);
    for (const [index, words] of lines.entries()) {
      words.setText(written[index] ?? '').setAlpha(animate ? 0 : 1);
      this.glide(words, { alpha: 1 }, { animate, ms: 160 });
    }
  }

  /** Puts a name and a sign under each paper, or takes them away. */
  private unveil(who: ArenaState['who'], animate: boolean): void {
    this.plaques.removeAll(true);
    for (const side of SIDES) this.eyes[side].setVisible(who === null);
    if (who === null) return;
    const { papers, plaque } = this.theater;
    for (const side of SIDES) {
      const paper = papers[side];
      const { name, shape } = who[side];
      const box = {
        x: paper.x + paper.width * 0.08,
        y: paper.y + paper.height + plaque.height * 0.2,
        width: paper.width * 0.84,
        height: plaque.height,
      };
      const group = this.group(0, 0, this.plaques);
      this.slip(box, '#FFFCF5', { parent: group });
      const sign = plaque.height * 0.86;
      const svg = shape === null ? house : mascotSvg(shape, this.settings.theme);
      this.sprite(svg, box.x + sign * 0.15, box.y + (plaque.height - sign) / 2, sign, {
        parent: group,
        shadow: false,
      });
      this.words(name, {
        x: box.x + sign * 1.3,
        y: box.y + box.height / 2,
        sizePx: plaque.sizePx,
        voice: 'title',
        color: DARK,
        maxWidth: box.width - sign * 1.45,
        parent: group,
      });
      if (!animate) continue;
      group.setAlpha(0).setY(-plaque.height * 0.4);
      this.glide(group, { y: 0, alpha: 1 }, { animate, ms: 280 });
    }
  }

  /** One piece for each share of the ballots. Its shape and hue are drawn at random: they must not tell who voted. */
  private fill({ votes, wanted }: ArenaState, animate: boolean): void {
    const full = Math.min(MOST_CONFETTI, Math.ceil((votes / Math.max(1, wanted)) * MOST_CONFETTI));
    const { jar: place, confetti: size } = this.theater;
    for (; this.confetti < full; this.confetti++) {
      const index = this.confetti;
      const row = Math.floor(index / size.across);
      const jitter = ((index * 37) % 11) / 11 - 0.5;
      const pitch = (place.width * 0.74) / size.across;
      const x = place.x + place.width * 0.13 + ((index % size.across) + jitter * 0.3) * pitch;
      const y = place.y + place.height * 0.94 - size.width - row * size.rise;
      const shape = TEAM_SHAPES[(index * 5 + 3) % TEAM_SHAPES.length];
      const hue = TEAM_HUES[this.settings.theme][TEAM_SHAPES[(index * 3 + 1) % TEAM_SHAPES.length]].fill;
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 44 44"><path d="${TEAM_OUTLINES[shape].path}" fill="${hue}" stroke="${DARK}" stroke-width="2.5"/></svg>`;
      const options = { angle: jitter * 70, shadow: false, parent: this.heap };
      const piece = this.sprite(svg, x, y, size.width, options);
      if (!animate) continue;
      const end = piece.y;
      piece.setY(end - place.height).setAlpha(0);
      this.glide(piece, { y: end, alpha: 1 }, { animate, ms: 260 });
    }
  }

  private placeCount(): void {
    const { jar: place, countPx } = this.theater;
    const height = countPx * 1.5;
    const box = {
      x: place.x + place.width * 0.08,
      y: place.y + place.height + 2,
      width: place.width * 0.84,
      height,
    };
    this.slip(box, '#FFFCF5');
    this.count = this.words('', {
      x: box.x + box.width / 2,
      y: box.y + height / 2,
      sizePx: countPx * 0.8,
      align: 'center',
      bold: true,
      color: DARK,
    });
  }
}
