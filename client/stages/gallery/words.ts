/** Words of the gallery. */

export const galleryWords = {
  'stage.gallery': 'Gallery',
  'projector.stage.gallery': 'Each lab decides how strongly the caption steers its painter.',
  'guide.gallery': 'Rehearsal: compare the rows, and take one.',
  'why.gallery':
    'What a model gives depends on how it is asked; real labs choose such settings for all who use it.',
  'notes.gallery.say':
    'Guidance goes further in the direction of the caption. With none the caption says nothing; with too much the picture falls apart.',
  'notes.gallery.ask':
    'Would you rather have the right picture always alike, or many that are sometimes wrong?',
  'notes.gallery.watch': 'Labs that only look for pretty pictures: does the row show what was asked?',

  'gallery.title': 'How it paints',
  'gallery.lead':
    'The same captions from the same noise. Does it paint what was asked? Do its pictures differ?',
  'gallery.guidance': 'Guidance: how strongly the caption steers',
  'gallery.row': 'Guidance {guidance}',
  'gallery.steps': 'Steps from noise to picture',
  'gallery.stepsAbout': 'More steps are slower, and often clearer.',
  'gallery.painting': 'Your painter tries it out …',
  'gallery.wall': 'One caption, steered more and more',
  'gallery.wallPainting': 'Its painter tries it out …',
  'gallery.plan': 'guidance {guidance}, {steps} steps',

  'line.noGallery': 'is comparing guidance',
  'scene.gallery.heading': 'Guidance {guidance}',
} as const;
