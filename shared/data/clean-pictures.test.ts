import { describe, expect, it } from 'vitest';
import { CLEAN_PICTURES, makePictures, type PictureKnobs } from '../world/pictures/pictures.ts';
import { portraitOf } from '../world/pictures/portrait.ts';
import { createRecognizer } from '../world/pictures/recognize.ts';
import { captionOf, subjectsOf } from '../world/pictures/scenes.ts';
import { createWorld } from '../world/world.ts';
import { PICTURE_RULES } from './clean-pictures.ts';

const world = createWorld(4);
const subjects = subjectsOf(world);
const portrait = portraitOf(world);
const eyes = { subjects, portrait, recognize: createRecognizer([...subjects, portrait]) };

const faulty = (knobs: Partial<PictureKnobs>) => makePictures(world, 200, { ...CLEAN_PICTURES, ...knobs }, 1);

describe('a rule of cleaning', () => {
  it.each(['captions', 'marks', 'manner', 'faces'] as const)('for %s leaves sound pictures alone', (rule) => {
    expect(PICTURE_RULES[rule](faulty({}), eyes)).toHaveLength(200);
  });

  it('keeps the first of each picture', () => {
    const left = PICTURE_RULES.copies(faulty({ duplicateRate: 0.5 }));
    expect(left.length).toBeLessThan(120);
    expect(new Set(left.map(({ picture }) => picture.join())).size).toBe(left.length);
  });

  it('finds captions that say what is not to be seen', () => {
    const pictures = faulty({ wrongCaptionRate: 0.5 });
    const left = PICTURE_RULES.captions(pictures, eyes);
    expect(left.length).toBeLessThan(140);
    expect(left.every(({ caption, scene }) => caption === captionOf(scene))).toBe(true);
    expect(left).toHaveLength(pictures.filter(({ caption, scene }) => caption === captionOf(scene)).length);
  });

  it('finds marks, a manner and a face by the pixels alone', () => {
    const pictures = faulty({ watermarkRate: 0.3, optedOutRate: 0.3, privateRate: 0.3 });
    const marks = PICTURE_RULES.marks(pictures, eyes);
    expect(marks.some(({ watermarked }) => watermarked)).toBe(false);
    const manner = PICTURE_RULES.manner(pictures, eyes);
    expect(manner.some(({ scene }) => scene.style === 'fennick')).toBe(false);
    const faces = PICTURE_RULES.faces(pictures, eyes);
    expect(faces.some(({ scene }) => scene.subject === portrait)).toBe(false);
  });

  it('leaves no kind of people more pictures than others of its folk have on average', () => {
    const left = PICTURE_RULES.balance(faulty({ skew: 0.5 }), eyes);
    const [first] = subjects;
    const count = (name: string): number => left.filter(({ scene }) => scene.subject.name === name).length;
    const others = subjects.filter(({ folk, name }) => folk === first.folk && name !== first.name);
    const mean = others.reduce((sum, { name }) => sum + count(name), 0) / others.length;
    expect(count(first.name)).toBe(Math.ceil(mean));
  });
});
