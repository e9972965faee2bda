/** The plant: a pipe from the gate past the cache and the queue through the machines to the town. What is drawn was counted. */

import house from '../../../assets/sprites/house.svg?raw';
import jar from '../../../assets/sprites/jar.svg?raw';
import lampDim from '../../../assets/sprites/lamp-dim.svg?raw';
import lampLit from '../../../assets/sprites/lamp-lit.svg?raw';
import page from '../../../assets/sprites/page.svg?raw';
import rack from '../../../assets/sprites/device-rack.svg?raw';
import { t } from '../../i18n/t.ts';
import { drawFloor } from '../scene-kit/backdrop.ts';
import { PaperScene, type Group, type Words } from '../scene-kit/scene.ts';
import { PLANTS, type PlantRoom } from './furniture.ts';
import type { DeployState } from './picture.ts';

/** Height of a sprite, as a share of its width. */
const RISE = { jar: 0.75, rack: 374 / 202, house: 1, page: 16 / 110 };
const MOST_MACHINES = 4;
/** Pages in the queue, and slips in the jar, that stand for all that went there. */
const MOST_PAGES = 12;
const LAMPS = 6;

/** The scene of the deploy stage. */
export function createScene(key: string): PaperScene<DeployState> {
  return new PipePlant(key);
}

class PipePlant extends PaperScene<DeployState> {
  private room!: PlantRoom;
  private door!: Group;
  private machines!: Group;
  private pages!: Group;
  private kept!: Group;
  private counts!: Words[];
  private shown = '';

  protected compose(): void {
    this.room = PLANTS[this.layout];
    this.shown = '';
    const { view, room, stock } = this;
    const wall = { x: view.x - 9, y: view.y - 9, width: view.width + 18, height: view.height + 18 };
    this.slip(wall, this.night ? stock.wall : '#E4E7DA', { outline: false, shadow: false });
    drawFloor(this, room.floorY, stock.wall2);
    this.layPipe();
    const [gateX, cacheX, , , townX] = room.stations;
    this.buildGate(gateX);
    this.sprite(jar, cacheX - room.jar / 2, room.pipeY - room.jar * RISE.jar * 0.8, room.jar);
    this.kept = this.group(0, 0);
    this.pages = this.group(0, 0);
    this.machines = this.group(0, 0);
    this.sprite(house, townX - room.house / 2, room.floorY - room.house * RISE.house, room.house);
    this.counts = room.stations.map((x) => this.labelAt(x));
    const names = ['gate', 'cache', 'queue', 'machines', 'town'] as const;
    room.stations.forEach((x, place) =>
      this.words(t(`scene.deploy.${names[place]}`), {
        x,
        y: room.wordsY + room.countPx * 0.9,
        sizePx: room.wordPx,
        align: 'center',
      }),
    );
  }

  private labelAt(x: number): Words {
    const { wordsY, countPx } = this.room;
    return this.words('', { x, y: wordsY, sizePx: countPx, voice: 'title', align: 'center' });
  }

  private layPipe(): void {
    const { room, stock } = this;
    const [from, , , , to] = room.stations;
    this.slip({ x: from, y: room.pipeY - room.pipe / 2, width: to - from, height: room.pipe }, stock.steel);
    for (const x of room.stations.slice(1, 4)) {
      const collar = { x: x - room.pipe * 0.35, y: room.pipeY - room.pipe * 0.8 };
      this.slip({ ...collar, width: room.pipe * 0.7, height: room.pipe * 1.6 }, stock.steel2);
    }
  }

  /** A gate of two posts, with a door that is there while it is closed. */
  private buildGate(x: number): void {
    const { room, stock } = this;
    const top = room.floorY - room.gate * 1.3;
    const post = room.gate * 0.22;
    const bottom = room.floorY - top;
    this.door = this.group(0, 0);
    this.slip({ x: x - room.gate / 2, y: top, width: post, height: bottom }, stock.brick);
    this.slip({ x: x + room.gate / 2 - post, y: top, width: post, height: bottom }, stock.brick);
    this.slip({ x: x - room.gate * 0.6, y: top - post, width: room.gate * 1.2, height: post }, stock.mustard);
    const width = room.gate - 2 * post;
    this.slip({ x: x - width / 2, y: top, width, height: bottom }, stock.kraft, { parent: this.door });
  }

  protected apply(state: DeployState, animate: boolean): void {
    const key = JSON.stringify(state);
    if (key === this.shown) return;
    this.shown = key;
    this.glide(this.door, { alpha: state.isOpen ? 0 : 1 }, { animate });
    this.drawMachines(state);
    this.drawPages(state);
    this.drawKept(state);
    const counts = [state.gate, state.cached, state.lost, state.machines, state.answered];
    this.counts.forEach((words, place) => words.setText(state.isOpen ? `${counts[place]}` : ''));
  }

  /** Racks, with as many of their lamps lit as they worked of their time. */
  private drawMachines({ machines, load }: DeployState): void {
    const { room } = this;
    this.machines.removeAll(true);
    const count = Math.min(MOST_MACHINES, machines);
    const step = room.machine * 1.12;
    const lit = Math.round(load * LAMPS);
    for (let place = 0; place < count; place++) {
      const x = room.stations[3] + (place - (count - 1) / 2) * step - room.machine / 2;
      const y = room.floorY - room.machine * RISE.rack;
      this.sprite(rack, x, y, room.machine, { parent: this.machines, color: this.stock.teal });
      for (let lamp = 0; lamp < LAMPS; lamp++) {
        const size = room.machine * 0.2;
        const at = {
          x: x + room.machine * (0.16 + 0.25 * (lamp % 3)),
          y: y + size * (1.1 + 1.3 * Math.floor(lamp / 3)),
        };
        const svg = lamp < lit ? lampLit : lampDim;
        this.sprite(svg, at.x, at.y, size, { parent: this.machines, shadow: false });
      }
    }
  }

  /** Whoever went away left a page on the floor. */
  private drawPages({ lost, gate }: DeployState): void {
    const { room } = this;
    this.pages.removeAll(true);
    const count = gate > 0 ? Math.ceil((MOST_PAGES * lost) / gate) : 0;
    for (let place = 0; place < Math.min(MOST_PAGES, count); place++) {
      const x = room.stations[2] - room.page / 2 + (place % 2) * room.page * 0.08;
      const y = room.floorY - room.page * RISE.page * (1 + 0.75 * place);
      this.sprite(page, x, y, room.page, { parent: this.pages, shadow: false });
    }
  }

  /** Answers that came from the jar. */
  private drawKept({ cached, gate }: DeployState): void {
    const { room, stock } = this;
    this.kept.removeAll(true);
    const share = gate > 0 ? cached / gate : 0;
    const size = room.jar * 0.13;
    for (let place = 0; place < Math.round(share * MOST_PAGES); place++) {
      const x = room.stations[1] - room.jar * 0.26 + (place % 4) * size * 1.05;
      const y = room.pipeY - room.jar * 0.12 - Math.floor(place / 4) * size * 1.05;
      this.slip({ x, y, width: size, height: size }, stock.cream, {
        parent: this.kept,
        seed: place,
        shadow: false,
      });
    }
  }
}
