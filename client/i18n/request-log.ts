/** Words about the log of a lab's requests. */

export const logWords = {
  'deploy.retention': 'How long is the log kept?',
  'deploy.retention.none': 'not at all',
  'deploy.retention.hours': '{hours} hours',
  'deploy.retention.ever': 'for good',
  'deploy.retentionMeaning':
    'The host may let somebody ask for your log. An hour that it says nothing of costs {missing}\u00a0cents. A kept request in which people told of their own life costs {personal}\u00a0{personal|cent|cents}. Real logs also leak, and a model that is trained on one can tell its secrets.',
  'deploy.log': 'Your log: {count} requests',
  'deploy.log.about': 'Most thumbs down first. Only your lab sees it, until somebody asks for it.',
  'deploy.log.entry':
    'Hour {hour}, {times} {times|time|times}: {decision}. Model: {version}. Filter: {gate}. Thumbs: {up} up, {down} down.',
  'deploy.log.noFilter': 'none',
  'deploy.log.filter': '{filter}, {share}\u00a0% sure that it is harmless',
  'deploy.log.answered': 'answered',
  'deploy.log.cached': 'from the cache',
  'deploy.log.refused': 'refused',
  'deploy.log.unsure': 'not sure enough',
  'deploy.log.lost': 'went away',
} as const;
