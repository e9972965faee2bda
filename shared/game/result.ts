/** Success or a namespaced error: how rules, room and HTTP say no. An error's code is also its key in the string catalogue. */

export const ERROR_CODES = [
  'protocol/bad_message',
  'protocol/unknown_version',
  'protocol/too_large',
  'protocol/no_such_match',
  'protocol/bad_token',
  'protocol/host_only',
  'protocol/server_busy',
  'protocol/not_found',
  'protocol/rate_limited',
  'protocol/too_many_matches',
  'protocol/no_quick_match',
  'protocol/foreign_page',
  'lobby/closed',
  'lobby/full',
  'lobby/audience_full',
  'lobby/no_audience',
  'lobby/locked',
  'lobby/name_empty',
  'lobby/name_too_long',
  'lobby/name_rude',
  'lobby/name_taken',
  'lobby/name_not_made',
  'lobby/no_such_team',
  'lobby/team_full',
  'lobby/no_such_player',
  'lobby/removed',
  'lobby/nobody_here',
  'match/wrong_stage',
  'match/paused',
  'match/not_paused',
  'match/finished',
  'match/other_stage',
  'match/not_again',
  'match/already_started',
  'match/closed',
  'match/other_rules',
  'match/not_recorded',
  'plan/already_committed',
  'plan/no_such_proposal',
  'plan/not_your_team',
  'data/over_budget',
  'data/nothing_bought',
  'data/not_bought',
  'data/empty_mixture',
  'data/bad_similarity',
  'data/bad_threshold',
  'data/no_such_document',
  'data/too_many_labels',
  'data/too_few_labels',
  'data/too_few_of_kind',
  'data/not_your_archive',
  'data/no_held_out',
  'data/bad_held_out',
  'auction/closed',
  'auction/bad_bid',
  'auction/too_low',
  'auction/over_budget',
  'scale/unknown_size',
  'scale/bad_bet',
  'scale/no_checkpoint',
  'scale/other_shape',
  'scale/text_not_ready',
  'scale/device_cannot_train',
  'scale/probe_running',
  'scale/too_many_probes',
  'scale/no_such_probe',
  'pretrain/no_such_checkpoint',
  'pretrain/same_rate',
  'pretrain/too_late',
  'ready/nobody_waits',
  'ready/no_more',
  'ready/time_enough',
  'fine-tune/too_few_cards',
  'fine-tune/too_many_cards',
  'train/not_your_round',
  'train/stale_round',
  'train/repeat',
  'train/wrong_shape',
  'train/not_finite',
  'train/absurd_norm',
  'train/too_many_tokens',
  'train/no_tokens',
  'train/not_running',
  'align/no_such_pair',
  'align/too_few_ratings',
  'arena/no_such_pair',
  'arena/own_lab',
  'arena/rude_text',
  'talk/too_many',
  'report/too_many',
  'talk/no_such_answer',
  'talk/rude_text',
  'talk/no_host',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** What went wrong, for the string catalogue: the code picks the sentence, `params` fill it in. */
export interface GameError {
  code: ErrorCode;
  params?: Record<string, string | number>;
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: GameError };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(
  code: ErrorCode,
  params?: Record<string, string | number>,
): { ok: false; error: GameError } {
  return { ok: false, error: params ? { code, params } : { code } };
}
