/** The museum wall: a portrait of every team, hung by rank, with what it scored on the plaque below. */
import { guessWords } from '../../i18n/guess.ts';
import { t } from '../../i18n/t.ts';
import bench from '../../../assets/sprites/bench.svg?raw';
import frame from '../../../assets/sprites/frame.svg?raw';
import rosette from '../../../assets/sprites/rosette.svg?raw';
import { drawFloor } from '../scene-kit/backdrop.ts';
import { mascotSvg } from '../scene-kit/mascot.ts';
import type { Box } from '../scene-kit/options.ts';
import { keepYours, park } from '../scene-kit/parking.ts';
import { PaperScene } from '../scene-kit/scene.ts';
import type { Group, Words } from '../scene-kit/scene.ts';
import type { DebriefState } from './picture.ts';

interface Museum {
  floorY: number;
  railY: number;
  wall: Box;
  picture: { ratio: number; minWidth: number; maxWidth: number; gap: number };
  /** Most that a rank hangs below the one before it. */
  step: number;
  plaque: { gap: number; height: number };
  text: { name: number; score: number; bits: number; rank: number };
  bench: { x: number; y: number; width: number } | null;
}

const MUSEUMS = {
  strip: {
    floorY: 154,
    railY: 6,
    wall: { x: 8, y: 18, width: 344, height: 148 },
    picture: { ratio: 1.74, minWidth: 62, maxWidth: 74, gap: 8 },
    step: 8,
    plaque: { gap: 2, height: 33 },
    text: { name: 11, score: 13, bits: 0, rank: 12 },
    bench: null,
  },
  stage: {
    floorY: 668,
    railY: 84,
    wall: { x: 34, y: 122, width: 812, height: 530 },
    picture: { ratio: 1.7, minWidth: 124, maxWidth: 210, gap: 28 },
    step: 46,
    plaque: { gap: 8, height: 78 },
    text: { name: 16, score: 22, bits: 15, rank: 22 },
    bench: { x: 310, y: 672, width: 260 },
  },
  wall: {
    floorY: 960,
    railY: 110,
    wall: { x: 60, y: 170, width: 1800, height: 752 },
    picture: { ratio: 1.8, minWidth: 188, maxWidth: 330, gap: 40 },
    step: 60,
    plaque: { gap: 12, height: 138 },
    text: { name: 30, score: 36, bits: 28, rank: 38 },
    bench: { x: 760, y: 950, width: 400 },
  },
} satisfies Record<string, Museum>;

/** The scene of the debrief. */
export function createScene(key: string): PaperScene<DebriefState> {
  return new MuseumWall(key);
}

class MuseumWall extends PaperScene<DebriefState> {
  private museum!: Museum;
  private gallery!: Group;
  private more!: Words;
  private hung = '';

  protected compose(): void {
    this.museum = MUSEUMS[this.layout];
    this.hung = '';
    const { view, museum } = this;
    const room = { x: view.x - 9, y: view.y - 9, width: view.width + 18, height: view.height + 18 };
    this.slip(room, this.night ? this.stock.wall : '#E3D3C6', { outline: false, shadow: false });
    const rail = this.per({ strip: 5, stage: 12, wall: 18 });
    this.slip(
      { x: view.x - 9, y: museum.railY - rail, width: view.width + 18, height: rail },
      this.stock.kraft,
    );
    drawFloor(this, museum.floorY, this.stock.wall2);
    if (museum.bench) this.sprite(bench, museum.bench.x, museum.bench.y, museum.bench.width);
    this.gallery = this.group(0, 0);
    const corner = { x: museum.wall.x, y: museum.floorY + museum.text.name * 0.75 };
    this.more = this.words('', { ...corner, sizePx: museum.text.name });
  }

  protected apply(state: DebriefState, animate: boolean): void {
    const wanted = JSON.stringify(state);
    if (wanted === this.hung) return;
    this.hung = wanted;
    this.gallery.removeAll(true);
    const { wall, picture, step } = this.museum;
    const teams = [...state.teams].sort((a, b) => a.rank - b.rank);
    const { width, places } = park(teams.length, wall, picture);
    this.more.setText(places.length < teams.length ? `and ${teams.length - places.length} more` : '');
    const shown = keepYours(teams, places.length, (team) => team.id === state.yourTeamId);
    const rows = new Set(places.map((place) => place.y)).size;
    const spare = wall.height - rows * width * picture.ratio - (rows - 1) * picture.gap;
    const lowest = Math.max(1, ...shown.map((team) => team.rank));
    const drop = rows === 1 ? Math.min(step, spare / Math.max(1, lowest - 1)) : 0;
    for (const [index, place] of places.entries()) {
      const team = shown[index];
      const top =
        rows === 1
          ? wall.y + (spare - drop * (lowest - 1)) / 2 + drop * (team.rank - 1)
          : place.y - spare / 2;
      const group = this.hang({
        team,
        x: place.x,
        width,
        strings: rows === 1 || index < places.length / rows,
        top,
      });
      if (team.id === state.yourTeamId) {
        const size = width * 0.24;
        this.sprite(rosette, width * 0.97 - size, width * 0.84, size, { parent: group });
      }
      if (!animate) continue;
      group.setAlpha(0).setY(top - width * 0.1);
      this.glide(group, { y: top, alpha: 1 }, { animate, ms: 300, delayMs: (places.length - index) * 120 });
    }
  }

  /** One portrait in its frame, on its string, with the plaque below. */
  private hang(place: {
    team: DebriefState['teams'][number];
    x: number;
    top: number;
    width: number;
    strings: boolean;
  }): Group {
    const { team, width } = place;
    const { plaque, text, picture, railY } = this.museum;
    const group = this.group(place.x, place.top, this.gallery);
    const best = team.rank === 1;
    if (place.strings) this.hangString(group, width, place.top - railY);
    const color = best ? this.stock.mustard : this.stock.kraft;
    this.sprite(frame, 0, 0, width, { parent: group, color });
    const face = width * 0.56;
    this.sprite(mascotSvg(team.shape, this.settings.theme), (width - face) / 2, width * 0.28, face, {
      parent: group,
    });
    const seal = text.rank * 1.55;
    this.slip(
      { x: width * 0.02, y: width * 0.02, width: seal, height: seal },
      best ? this.stock.brick : this.ink.sheet,
      {
        parent: group,
        shadow: false,
      },
    );
    this.words(`${team.rank}`, {
      x: width * 0.02 + seal / 2,
      y: width * 0.02 + seal / 2,
      sizePx: text.rank,
      voice: 'title',
      align: 'center',
      color: best ? '#1D2433' : this.ink.ink,
      parent: group,
    });
    const height = Math.max(plaque.height, width * picture.ratio - width * 1.125 - plaque.gap);
    const slip = {
      x: -width * 0.03,
      y: width * 1.125 + plaque.gap,
      width: width * 1.06,
      height: Math.min(height, plaque.height),
    };
    this.slip(slip, undefined, { parent: group });
    const line = { x: width / 2, align: 'center' as const, maxWidth: slip.width - 8, parent: group };
    const three = text.bits > 0;
    this.words(team.name, {
      ...line,
      y: slip.y + slip.height * (three ? 0.2 : 0.27),
      sizePx: text.name,
      bold: true,
    });
    const points = three
      ? t('scene.points', { points: Math.round(team.score) })
      : `${Math.round(team.score)}`;
    this.words(points, {
      ...line,
      y: slip.y + slip.height * (three ? 0.5 : 0.71),
      sizePx: text.score,
      voice: 'title',
    });
    if (!three) return group;
    const bits = team.bitsPerByte === null ? t('scene.debrief.unmeasured') : guessWords(team.bitsPerByte);
    this.words(bits, { ...line, y: slip.y + slip.height * 0.81, sizePx: text.bits, color: this.ink.muted });
    return group;
  }

  /** From the rail to both upper corners of the frame. */
  private hangString(parent: Group, width: number, length: number): void {
    const reach = Math.max(4, length);
    this.paint(
      { x: width * 0.14, y: -reach, width: width * 0.72, height: reach },
      (context) => {
        const middle = width * 0.36;
        const knot = Math.max(0, reach - width * 0.22);
        const path = new Path2D(
          `M${middle} 0V${knot}L2 ${reach}M${middle} ${knot}L${width * 0.72 - 2} ${reach}`,
        );
        this.outline(context, path, 0.7);
      },
      { shadow: false, parent },
    );
  }
}
