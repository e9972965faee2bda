/** Probe runs as the server keeps them: lays out rows, takes trained weights after every check, has the referee measure them. */

import { countTargets, encodeRows } from '../../shared/data/rows.ts';
import { encodeCheckpoint } from '../../shared/lm/checkpoint.ts';
import { decodeUpdate } from '../../shared/game/wire/read-update.ts';
import type { Team } from '../../shared/game/match.ts';
import { settledLabels } from '../../shared/game/stages/data/labels.ts';
import { lookUp } from '../../shared/game/look-up.ts';
import { checkProbe, isProbeOverdue } from '../../shared/game/stages/scale/probes.ts';
import { fail, ok, type Result } from '../../shared/game/result.ts';
import { checkUpdate } from '../../shared/game/training/run.ts';
import { tokenizerFromJSON } from '../../shared/tokenizer/bpe.ts';
import type { RunTask } from '../referee/port.ts';
import type { MatchKey } from '../referee/tasks.ts';
import { SYSTEM, type MatchService } from '../match/authority.ts';
import { norm } from '../match/training-requests.ts';
import type { KeptProbe, KeptProbes } from './kept-probes.ts';

export interface Probes {
  /** Cuts the rows and makes the weights of a probe that was asked for. */
  lay(teamId: string, probeId: string): Promise<void>;
  /** Has the referee measure the weights that came back. */
  measure(teamId: string, probeId: string): Promise<void>;
  /** Gives up probes that nobody will bring, and forgets the weights of all that are over, or went with a stage that began again. */
  sweep(nowMs: number): void;
  /** The rows of the player's probe, encoded by `encodeRows`. */
  rows(playerId: string, probeId: string): Result<Uint8Array>;
  /** The weights that it begins with, as a checkpoint. */
  checkpoint(playerId: string, probeId: string): Result<Uint8Array>;
  /** Whether the player has this probe to bring back; asked before its megabytes are read. */
  awaits(playerId: string, probeId: string): Result<void>;
  /** Checks what the player's device made of them, and keeps it for the referee. */
  take(playerId: string, probeId: string, body: Uint8Array): Result<void>;
}

export function createProbes(options: {
  service: MatchService;
  kept: KeptProbes;
  run: RunTask;
  key(): MatchKey;
}): Probes {
  const { service, kept, run, key } = options;
  const { match } = service;

  const system = (move: Parameters<MatchService['submit']>[0]): boolean => service.submit(move, SYSTEM).ok;

  /** The player's own probe that is to be trained, with what is kept of it. */
  function mine(playerId: string, probeId: string): Result<KeptProbe & { team: Team }> {
    const team = lookUp(match.teams, lookUp(match.players, playerId)?.teamId ?? '');
    if (!team) return fail('scale/no_such_probe');
    const probe = checkProbe(team, playerId, probeId);
    if (!probe.ok) return probe;
    const laid = kept.get(probeId);
    return laid ? ok({ ...laid, team }) : fail('scale/no_such_probe');
  }

  return {
    async lay(teamId, probeId) {
      const team = lookUp(match.teams, teamId);
      const probe = team?.now.scale.probes.find(({ id }) => id === probeId);
      const data = team?.now.data.plan;
      if (!team || !probe || !data) return;
      const { size, contextLength, share, tokens } = probe;
      const plan = { size, contextLength, share };
      const labels = settledLabels(team.now.data.labels);
      const laid = await run('layProbe', { ...key(), data, labels, probeId, plan, tokens });
      kept.lay(probeId, laid);
      if (!system({ type: 'probe/lay', teamId, probeId, tokens: countTargets(laid.rows) }))
        kept.forget(probeId);
    },

    async measure(teamId, probeId) {
      const probe = kept.get(probeId);
      if (!probe?.trained) {
        system({ type: 'probe/lose', teamId, probeId });
        return;
      }
      const { config, tokenizer, trained: weights } = probe;
      const { bitsPerByte } = await run('measure', { ...key(), config, tokenizer, weights });
      if (system({ type: 'probe/measure', teamId, probeId, bitsPerByte }))
        service.written().then(
          () => kept.forget(probeId),
          () => undefined,
        );
    },

    sweep(nowMs) {
      for (const team of Object.values(match.teams)) {
        for (const probe of team.now.scale.probes) {
          if (isProbeOverdue(match, probe, nowMs))
            system({ type: 'probe/lose', teamId: team.id, probeId: probe.id });
        }
      }
      const awaited = Object.values(match.teams).flatMap(({ now }) => now.scale.probes);
      kept.forgetAllBut(awaited.filter(({ status }) => status !== 'lost').map(({ id }) => id));
    },

    rows(playerId, probeId) {
      const found = mine(playerId, probeId);
      return found.ok ? ok(encodeRows(found.value.rows)) : found;
    },

    checkpoint(playerId, probeId) {
      const found = mine(playerId, probeId);
      if (!found.ok) return found;
      const { config, tokenizer, weights } = found.value;
      const tokenizerHash = tokenizerFromJSON(tokenizer).hash;
      return ok(encodeCheckpoint({ config, tokenizerHash, step: 0, tokens: 0, weights }));
    },

    awaits(playerId, probeId) {
      const found = mine(playerId, probeId);
      return found.ok ? ok(undefined) : found;
    },

    take(playerId, probeId, body) {
      const found = mine(playerId, probeId);
      if (!found.ok) return found;
      const { team, weights, rows } = found.value;
      const decoded = decodeUpdate(body);
      if (!decoded.ok) return decoded;
      const checked = checkUpdate(decoded.value, {
        parameterCount: weights.length,
        allottedRows: rows.count,
        weightsNorm: norm(weights),
      });
      if (!checked.ok) return checked;
      /* Half a probe would stand in the plot as a worse one. */
      const { delta, rowsUsed } = checked.value;
      if (rowsUsed < rows.count) return fail('train/no_tokens');
      const taken = service.submit({ type: 'probe/take', teamId: team.id, playerId, probeId }, SYSTEM);
      if (!taken.ok) return taken;
      kept.take(
        probeId,
        weights.map((weight, index) => weight + (delta[index] ?? 0)),
      );
      return ok(undefined);
    },
  };
}
