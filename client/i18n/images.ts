/** Words of the image lab. */

export const images = {
  'title.images': 'Loss Leaders: image lab',
  'images.link': 'Image lab: train a painter',
  'images.title': 'Image lab',
  'images.lead':
    'Here a tiny model learns to paint. It starts from noise and clears it, step by step, until a picture is left. All of it happens on this device.',
  'images.opening': 'Drawing the pictures …',
  'images.broken':
    'The painter can’t work in this browser. Load the page again; if that does not help, try a newer browser.',
  'images.lessons': 'Pictures it learns from',
  'images.lessonsLead':
    'There are {count} of them, all of one small world, each with a caption. The model sees them under noise and guesses the colors behind it.',
  'images.duration': 'How long shall it learn?',
  'images.seconds': '{seconds} s',
  'images.train': 'Train a painter',
  'images.again': 'Train a new one',
  'images.progress': 'How far the training is',
  'images.training': '{percent} % done, {steps} {steps|step|steps} so far. Keep this page in front.',
  'images.trained': 'Your painter is ready. It took {steps} {steps|step|steps}.',
  'images.previews': 'What it paints by now',
  'images.ask': 'What shall it paint?',
  'images.subject': 'Who or what',
  'images.color': 'Color',
  'images.place': 'Where',
  'images.style': 'Manner',
  'images.guidance': 'Guidance',
  'images.guidanceAbout':
    'How hard your words pull. With none, it paints what it likes. Try it out: more is not always better.',
  'images.steps': 'Steps',
  'images.stepsAbout': 'How often it looks at the noise. A few steps are quick, but the picture is rough.',
  'images.paint': 'Paint {count} pictures',
  'images.painting': 'Painting …',
  'images.noisy': 'noise that clears',
  'images.look': 'Look at each step',
  'images.step': 'step {step} of {steps}',
  'images.verdict':
    'A fixed rule, not the model, looked at them: {right} of {count} show all that you asked for.',
  'images.nothing': 'nothing that the rule knows',
  'images.nearest': 'At most {percent} % like a picture that it learned from.',
  'images.copy': '{percent} % like a picture that it learned from: a copy.',
} as const;
