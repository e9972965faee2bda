/** The page that tries out whether a device and its network can play, and says in plain words what works and what helps. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import { tooOldText } from '../ui/browser-needs.ts';
import { Button } from '../ui/Button.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { PageEdge } from '../ui/PageEdge.tsx';
import { Paper } from '../ui/Paper.tsx';
import { tryDevice, tryNetwork, type Finding, type Verdict } from './probes.ts';

const NAMES = [
  'browser',
  'secure',
  'socket',
  'speed',
  'clock',
  'gpu',
  'processor',
  'screen',
  'pictures',
] as const;
type Name = (typeof NAMES)[number];
type Findings = Partial<Record<Name, Finding>>;

/** A sign beside each, so that no color says anything alone. */
const SIGNS: Readonly<Record<Verdict, string>> = { good: '✓', fair: '~', bad: '✗' };

/** What was found, in a sentence of its own; browser, address, chip, pictures and screen are never all three. */
function sentence(name: Name, { verdict, params = {} }: Finding): string {
  switch (name) {
    case 'browser':
      return verdict === 'good' ? t('check.browser.good') : tooOldText();
    case 'processor':
    case 'socket':
    case 'clock':
    case 'speed':
      return t(`check.${name}.${verdict}`, params);
    default:
      return t(`check.${name}.${verdict === 'good' ? 'good' : 'fair'}`, params);
  }
}

/** How it is all in all: nothing is worse than what can't be done without. */
function overall(findings: Findings): Verdict {
  const verdicts = NAMES.map((name) => findings[name]?.verdict);
  if (verdicts.includes('bad')) return 'bad';
  return verdicts.includes('fair') ? 'fair' : 'good';
}

function Row({ name, finding }: { name: Name; finding: Finding | undefined }) {
  return (
    <li class={finding?.verdict}>
      <span class="check-sign" aria-hidden="true">
        {finding ? SIGNS[finding.verdict] : '…'}
      </span>
      <div>
        <b>{t(`check.${name}`)}</b>{' '}
        {finding && <span class="unseen">({t(`check.mark.${finding.verdict}`)})</span>}
        <p>{finding ? sentence(name, finding) : t('check.trying')}</p>
      </div>
    </li>
  );
}

export function Check() {
  const findings = useSignal<Findings>({});
  const tries = useSignal(0);
  useEffect(() => {
    let isWanted = true;
    findings.value = {};
    const keep = (found: Findings): void => {
      if (isWanted) findings.value = { ...findings.value, ...found };
    };
    void tryDevice().then(keep);
    void tryNetwork().then(keep);
    return () => void (isWanted = false);
  }, [tries.value]);
  const isDone = NAMES.every((name) => findings.value[name]);
  return (
    <>
      <main class="check">
        <h1>{t('check.title')}</h1>
        <p>{t('check.lead')}</p>
        <Paper class="check-paper">
          <p role="status">
            <b>{isDone ? t(`check.all.${overall(findings.value)}`) : t('check.trying')}</b>
          </p>
          <ul class="check-list">
            {NAMES.map((name) => (
              <Row key={name} name={name} finding={findings.value[name]} />
            ))}
          </ul>
          <div class="row">
            <Button disabled={!isDone} onPress={() => (tries.value += 1)}>
              {t('check.again')}
            </Button>
            <a class="host-link" href="./">
              {t('check.play')}
            </a>
          </div>
        </Paper>
        <LanguageSwitch />
      </main>
      <PageEdge />
    </>
  );
}
