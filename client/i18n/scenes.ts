/** Words of the scenes: the few on the canvas, and the text twins that say what a picture says. */

export const scenes = {
  'scene.you': 'you',
  'scene.tokensPerSecond': 'tokens/s',
  'scene.speed': '{speed} tokens/s',
  'scene.together': 'tokens/s together',
  'scene.measuring': 'measuring',
  'scene.points': '{points} points',
  'scene.lobby.twin':
    "The lab's yard: {devices} {devices|device|devices} in {teams} {teams|team|teams}. {speed}",
  'scene.lobby.unmeasured': 'None has measured its speed yet.',
  'scene.lobby.measured': 'Measured together: {speed} tokens per second.',
  'scene.data.twin':
    'The loading dock: {datasets} {datasets|dataset|datasets} bought, {documents} documents delivered. {vat}',
  'scene.data.vatEmpty': 'The vat is empty.',
  'scene.data.vat': 'In the vat: {layers}.',
  'scene.scale.twin':
    'A balance under one weight, the compute: {parameters} parameters against {tokens} tokens.{time}',
  'scene.scale.time': ' Predicted time: {time}.',
  'scene.scale.parameters': 'parameters',
  'scene.scale.tokens': 'tokens',
  'scene.scale.predicted': 'predicted',
  'scene.scale.toSpend': 'to spend',
  'scene.pretrain.training':
    'The machine hall: {devices} {devices|device|devices} training, {used} of {total} tokens used, {loss}. {said}',
  'scene.pretrain.resting':
    'The machine hall: {devices} {devices|device|devices} at rest, {used} of {total} tokens used, {loss}. {said}',
  'scene.pretrain.loss': '{bits} bits per byte on held-out text',
  'scene.pretrain.bits': '{bits} bits per byte',
  'scene.pretrain.unmeasured': 'not measured yet',
  'scene.pretrain.silent': 'It has said nothing yet.',
  'scene.pretrain.said': 'Newest sample: "{sample}"',
  'scene.fine-tune.twin': 'The school desk: {count} {count|demonstration|demonstrations} chosen.{form}{said}',
  'scene.fine-tune.form': ' {percent} of answers are in form.',
  'scene.fine-tune.said': ' The tuned model says: "{answer}"',
  'scene.fine-tune.noCards': 'no cards yet',
  'scene.fine-tune.cards': '{count} {count|card|cards}',
  'scene.debrief.twin': 'The museum wall, by rank: {order}.',
  'scene.debrief.empty': 'The museum wall is still empty.',
  'scene.debrief.team': '{rank}. {name}, {points} points',
  'scene.debrief.bits': '{bits} bits/byte',
  'scene.debrief.unmeasured': 'not measured',
} as const;
