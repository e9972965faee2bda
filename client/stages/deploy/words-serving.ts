/** Words of the workbench of serving. */

export const servingWords = {
  'deploy.place': 'Where does your model run?',
  'deploy.place.cloud': 'on machines',
  'deploy.place.phones': 'on phones',
  'deploy.placeMeaning.cloud': 'People send their questions to the machines of your lab.',
  'deploy.placeMeaning.phones':
    'Each citizen loads your model onto a phone: {kilobytes}\u00a0kB, which costs you {cents}\u00a0cents each. There is no line, no rent and no shared cache. The devices in this room stand for the phones. By the test in the lobby the fastest takes {least} times as long as the machine here, and the slowest {most}. What is on a phone stays as it is: you cannot change the filter or go back. You see no questions, so you have no log.',
  'deploy.ownership': 'Whose machines?',
  'deploy.ownership.rented': 'rented',
  'deploy.ownership.bought': 'bought',
  'deploy.ownershipMeaning.rented': 'You pay rent as long as a machine runs.',
  'deploy.ownershipMeaning.bought':
    'A machine costs as much as {bought} hours of rent, and lasts {lasting} hours. You pay for all that may run, also while they are off.',
  'deploy.power':
    'A machine draws {busy} watts while it works and {idle} while it waits. Each kilowatt-hour costs {cents}\u00a0cents. These figures are made up.',
  'deploy.billMachines':
    'Machines cost {machines}\u00a0cents, and {energy}\u00a0kWh of power {power}\u00a0cents.',
  'deploy.billPhones': 'Downloads cost {downloads}\u00a0cents.',
  'deploy.replicas': 'Machines',
  'deploy.batch': 'Questions that a machine answers at once',
  'deploy.batchRow': '{count} at once',
  'deploy.batchMeaning':
    'A batch takes little longer than one question. But everybody in it waits for its longest answer. The machine sets {kilobytes}\u00a0kB of memory aside for each. There the model keeps what it made of the words so far. Memory costs rent.',
  'deploy.balancing': 'Who waits for which machine?',
  'deploy.balancing.shared': 'one line',
  'deploy.balancing.turns': 'in turn',
  'deploy.balancing.shortest': 'the shortest line',
  'deploy.balancingMeaning.shared':
    'All wait in one line, and a machine that is free takes the next of them.',
  'deploy.balancingMeaning.turns':
    'Each machine has its own line. Questions are dealt to the lines in turn, like cards, however long they are.',
  'deploy.balancingMeaning.shortest':
    'Each machine has its own line. A new question goes to the shortest. Nobody moves to a new line later.',
  'deploy.compare.usual': 'half wait, ms',
  'deploy.compare.rush': 'in a rush, 1 in 100: ms',
  'deploy.compare.lost': 'gone in a rush',
  'deploy.compare.cost': 'for 1,000 answers',
  'deploy.cache': 'Keep answers for whoever asks the same',
  'deploy.cache.off': 'ask anew',
  'deploy.cache.on': 'keep them',
  'deploy.cacheMeaning':
    'A kept answer costs nothing and comes at once. It also stays when the world has changed.',
  'deploy.price': 'Price of an answer',
  'deploy.machineRange': '{least} to {most}',
  'deploy.forecast': 'The simulation expects, with your share of the town',
  'deploy.forecastRow':
    '{hour}: half of them wait up to {p50}\u00a0ms. One in a hundred waits {p99}\u00a0ms or more. {lost} of {requests} go away. {bill}',
  'deploy.usualHour': 'A usual hour',
  'deploy.rush': 'A rush',
  'deploy.speed':
    'Your model writes {alone} tokens a second for one person, and {batched} for a full batch. That was measured here.',
  'deploy.burst':
    'A burst at the real model, {load}\u00a0% of what it can do: forecast {forecast}\u00a0ms, measured {measured}\u00a0ms.',
  'deploy.timing': 'Your model is being timed …',
} as const;
