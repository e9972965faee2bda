/** Words of the page that tries out whether a device and its network can play. */

export const check = {
  'title.check': 'Loss Leaders: check',
  'check.link': 'Will it work on this device?',
  'check.title': 'Will it work here?',
  'check.lead': 'This page tries out what the game needs. It takes a few seconds, and nothing is kept.',
  'check.trying': 'trying …',
  'check.again': 'Try again',
  'check.play': 'To the game',
  'check.all.good': 'All of it works here. Come and play!',
  'check.all.fair': 'You can play here. Some of it is slower; what helps stands beside it.',
  'check.all.bad': 'Something is in the way. What helps stands beside it.',
  'check.mark.good': 'works',
  'check.mark.fair': 'works in part',
  'check.mark.bad': 'does not work',

  'check.browser': 'Browser',
  'check.browser.good': 'It is new enough.',
  'check.secure': 'Secure address',
  'check.secure.good': 'The browser trusts this address, so it allows us all that it can.',
  'check.secure.fair':
    'This address is not secure (http). So the browser keeps the graphics chip, threads and the screen lock from us: training is slower. What helps: whoever runs the server can serve it over HTTPS.',
  'check.gpu': 'Training on the graphics chip',
  'check.gpu.good': 'It can train here.',
  'check.gpu.fair':
    'It can’t train here, so the processor does, which is slower. What helps: a new Chrome, Edge or Safari, and a secure address.',
  'check.processor': 'Training on the processor',
  'check.processor.good': 'It can train here, on {threads} {threads|thread|threads}.',
  'check.processor.fair':
    'It can train here, but on one thread only. What helps: a secure address, and a newer browser.',
  'check.processor.bad':
    'It can’t train here. You can still play: a teammate’s device trains. What helps: a newer browser.',
  'check.pictures': 'Moving pictures',
  'check.pictures.good': 'They can be drawn.',
  'check.pictures.fair': 'They stand still here. All the rest works.',
  'check.socket': 'Live connection',
  'check.socket.good': 'The server answers within {milliseconds} ms.',
  'check.socket.fair':
    'The server takes {milliseconds} ms to answer, so all comes a little late. What helps: a place closer to the Wi-Fi.',
  'check.socket.bad':
    'No live connection to a server opens here. Either none is there, or this network lets none through. What helps: another network, such as a phone’s hotspot. Playing alone works without it.',
  'check.clock': 'Clock',
  'check.clock.good': 'It goes right.',
  'check.clock.fair':
    'It is {seconds} {seconds|second|seconds} off. That does no harm: the game goes by the clock of the server.',
  'check.clock.bad': 'Without a server there is nothing to hold it against.',
  'check.speed': 'Speed of the network',
  'check.speed.good': '{size} a second there and back. That is plenty.',
  'check.speed.fair':
    '{size} a second there and back, which is little: models take a while to come. What helps: fewer devices on this Wi-Fi.',
  'check.speed.bad': 'Without a server there is nothing to measure.',
  'check.screen': 'Keeping the screen on',
  'check.screen.good': 'The browser keeps it on while you play.',
  'check.screen.fair':
    'The browser has no lock for it here, so a tiny film keeps it on, from your first tap. What helps: let the screen stay on in the settings of the device.',
} as const;
