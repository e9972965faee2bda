/** What every error says to a player: what happened, what it means, what to do. */

import type { ErrorCode } from '../../shared/game/result.ts';

/** Errors that only the client can have: the server never answered, or the browser could not. */
export type ClientErrorCode =
  | 'client/offline'
  | 'client/sockets_blocked'
  | 'client/replaced'
  | 'client/screen_replaced'
  | 'client/screen_withdrawn'
  | 'client/engine_failed'
  | 'client/solo_failed';

export const errors: Record<`errors.${ErrorCode | ClientErrorCode}`, string> = {
  'errors.protocol/bad_message':
    'The server could not read that. Nothing was changed. Reload the page and try again.',
  'errors.protocol/unknown_version':
    'This page is older or newer than the server. Reload it and you are back in your seat.',
  'errors.protocol/too_large': 'That was too big for the server. Nothing was changed. Try something smaller.',
  'errors.protocol/no_such_match':
    'No match has this code. It may be mistyped, or the match is over. Check the code with your host.',
  'errors.protocol/bad_token':
    'Your seat in this match is no longer valid. You may have been removed, or the match is over. Join again with the code.',
  'errors.protocol/host_only': 'Only the host can do that. Ask the person at the host screen.',
  'errors.protocol/server_busy':
    'The server has its hands full. Nothing was lost. Wait a few seconds and try again.',
  'errors.protocol/not_found':
    'The server has nothing there. It may not be ready yet. Wait a moment and try again.',
  'errors.protocol/rate_limited': 'That was too fast for the server. Nothing was lost. Slow down a little.',
  'errors.protocol/foreign_page':
    'This page is called {page}, but what it sends reaches the server under the name {server}. Whoever runs the server must let the proxy in front of it pass the header Host.',
  'errors.protocol/too_many_matches':
    'Too many matches were opened from your network lately, so there is no new one yet. Wait {minutes} {minutes|minute|minutes}, or end one that nobody plays.',
  'errors.protocol/no_quick_match':
    'All places for playing online are taken now. Try again in some minutes, or play alone: that needs no server.',
  'errors.lobby/closed': 'The lobby is closed: this match has begun. Ask your host for a new one.',
  'errors.lobby/full':
    'Every seat is taken. Share a screen with somebody, or ask your host for a bigger match.',
  'errors.talk/too_many':
    'The host has {most} of your answers already. You can send more when the host has put some away.',
  'errors.hall/not_yet': 'The last test is still being marked. Wait a moment and try again.',
  'errors.hall/not_yours': 'Only the lab that won can go into the hall, and its own people put it there.',
  'errors.hall/own_text':
    'This lab trained on a text of somebody here, and its model may know it by heart. So it stays out of the hall.',
  'errors.hall/full': 'The hall has {most} labs of this quarter, and all of them did better. Play again.',
  'errors.report/too_many': 'You have reported {most} texts, and more are not taken. Skip this one instead.',
  'errors.talk/no_such_answer': 'This answer was taken away.',
  'errors.talk/rude_text': 'There are rude words in it, so it stays with you.',
  'errors.talk/no_host': 'Nobody hosts this match, so there is no class to show it to. It stays with you.',
  'errors.lobby/audience_full': 'The audience is full: {most} people are watching already.',
  'errors.lobby/no_audience':
    'Matches of strangers have no audience: only those with a lab vote. Play one yourself.',
  'errors.lobby/locked': 'The host has locked the lobby, so nobody new gets in. Ask the host to unlock it.',
  'errors.lobby/name_empty': 'A name needs at least one letter. Type one and try again.',
  'errors.lobby/name_too_long': 'That name is too long for its label. Shorten it and try again.',
  'errors.lobby/name_rude':
    'That name might hurt somebody. Choose a kinder one; if it is really yours, ask the host to let it in.',
  'errors.lobby/name_taken': 'Somebody here already has that name. Change yours a little.',
  'errors.lobby/name_not_made':
    'Where strangers meet, names are made by chance. Ask for another one until you like it.',
  'errors.lobby/no_such_team': 'That team does not exist. Choose one from the list.',
  'errors.lobby/team_full': 'That team is full. Choose another one.',
  'errors.lobby/no_such_player': 'That player has left. There is nobody to change.',
  'errors.lobby/removed':
    'The host has taken you out of the match. If that was a mistake, ask the host: your seat can be given back, and this page then returns to it by itself.',
  'errors.lobby/nobody_here':
    'Nobody has joined yet, so there is nothing to start. Wait for the first player.',
  'errors.match/wrong_stage': 'The match has moved on, so that no longer counts. Look at the new stage.',
  'errors.match/other_rules':
    'This match was begun with another version of the game, which this one can not go on with. Nothing of it was changed. Ask your host for a new match.',
  'errors.match/not_recorded':
    'The beginning of this match is no longer kept, so it can’t be played again. Its report is still there.',
  'errors.match/paused': 'The match is paused, so nothing can change. Wait until the host goes on.',
  'errors.match/not_paused': 'The match is already running. There is nothing to resume.',
  'errors.match/finished': 'The match is over, so nothing can change. Start a new one to play on.',
  'errors.match/already_started': 'The match has already begun. There is no need to start it again.',
  'errors.match/closed':
    'This match is over and gone from the server, so nothing more can happen in it. Ask your host for a new code.',
  'errors.plan/already_committed': 'Your team has already decided this. The plan stands.',
  'errors.plan/no_such_proposal': 'That proposal is gone. Somebody replaced it. Look at the new one.',
  'errors.plan/not_your_team': 'That belongs to another team. You can only vote in your own.',
  'errors.data/over_budget':
    'This would cost {cost} coins, and you have {budget}. Sell back a dataset, or take half of one.',
  'errors.data/not_your_archive':
    'The archive of {kind} belongs to the lab with the winning bid, so you can’t read it. Take half or whole of the dataset.',
  'errors.data/nothing_bought':
    'Your lab has bought no text, and a model needs some. Buy at least one dataset.',
  'errors.data/not_bought':
    'The mixture asks for {kind}, which you have not bought. Buy it, or set it to zero.',
  'errors.data/empty_mixture': 'All sliders stand at zero, so there is nothing to read. Raise at least one.',
  'errors.data/bad_similarity':
    'Copies can be looked for from a likeness of {least} up to {most}. Move the slider back between them.',
  'errors.data/bad_threshold':
    'The bar for quality lies outside of its range. Nothing was changed. Move the slider back.',
  'errors.data/no_such_document':
    'There is no page {number} in this dataset, so nothing was labelled. Take the next one.',
  'errors.data/too_many_labels':
    'You have labelled {most} pages, and that is plenty. Your labels are safe; do something else now.',
  'errors.data/too_few_labels':
    'The classifier has {keep} pages to keep and {toss} to toss, and needs {least} of each. Swipe some more, or switch it off.',
  'errors.data/too_few_of_kind':
    'The filter needs {least} labels from a dataset before it may sort it. Swipe some more, or switch it off.',
  'errors.data/no_held_out':
    'With nothing held out, nobody can tell learning from reciting. Hold out at least a small share.',
  'errors.data/bad_held_out':
    'That share cannot be held out. Nothing was changed. Choose one of those offered.',
  'errors.data/no_class_text':
    'Your host has brought no text to this match, so there is none to buy. Choose another dataset.',
  'errors.data/class_text_whole': 'The class text is only sold whole. Nothing was changed. Take all of it.',
  'errors.class-text/unread':
    'The server could not use this text, so nothing was put on the market. Look at the text again, and bring another one.',
  'errors.auction/closed': 'The bids have been opened, so yours came too late. Nothing was paid.',
  'errors.auction/bad_bid': 'A bid is a whole number of coins. Nothing was changed. Move the slider again.',
  'errors.auction/too_low': '{coins} coins are too few for the archive. Bid {least} at least, or pass.',
  'errors.auction/over_budget': 'You bid {coins} coins, and your lab has {budget}. Bid less, or pass.',
  'errors.scale/unknown_size': 'There is no model of that size. Choose one from the ladder.',
  'errors.fine-tune/too_few_cards': '{cards} cards are too few to learn from. Write at least {least}.',
  'errors.fine-tune/too_many_cards': '{cards} cards are more than you have hours for. Write at most {most}.',
  'errors.scale/no_checkpoint': 'Your lab has no model from last year to go on from. Start anew.',
  'errors.scale/other_shape':
    "A model that you go on from keeps its size and how far it looks back. Choose those of last year's, or start anew.",
  'errors.scale/bad_bet': 'No model can end there, so that is no bet. Move the slider and try again.',
  'errors.scale/text_not_ready':
    'Your text is still being cut into tokens. Try the probe again in a few seconds.',
  'errors.scale/device_cannot_train':
    'This device cannot train, so it cannot run a probe. A teammate’s device can.',
  'errors.scale/probe_running':
    'Your device is busy with a probe. When it is measured you can start another.',
  'errors.scale/too_many_probes': 'Your lab has had its {most} probes. Decide with what they show.',
  'errors.scale/no_such_probe': 'There is no such probe of yours. Start a new one.',
  'errors.pretrain/no_such_checkpoint':
    'That checkpoint is not kept, or you are already there. Choose another one from the film.',
  'errors.pretrain/same_rate': 'The learning rate is already that. Nothing was changed.',
  'errors.pretrain/too_late':
    'A stop can be taken back for {seconds} seconds, and they are over. Your model stays as it is now.',
  'errors.ready/nobody_waits': 'The stage is not about to end, so there is no need for more time.',
  'errors.ready/no_more':
    'More time was asked for {most} times in this stage, and that is all there is. Only the host can give more.',
  'errors.ready/time_enough':
    'There are still more than {seconds} seconds. Ask again when they are nearly over.',
  'errors.train/not_your_round': 'Your device has no part in this round. It is asked again in the next ones.',
  'errors.train/stale_round':
    'That round was already closed. Its work is dropped; the next round is a fresh one.',
  'errors.train/repeat': 'The server already has this round. Nothing is lost.',
  'errors.train/wrong_shape':
    'The update does not fit the model. It was dropped; the next round starts clean.',
  'errors.train/not_finite': 'The update held broken numbers. It was dropped; the next round starts clean.',
  'errors.train/absurd_norm':
    'The update was far too large to be true. It was dropped; the next round starts clean.',
  'errors.train/too_many_tokens': 'The update claims more text than it was given. It was dropped.',
  'errors.train/no_tokens': 'The update holds no training. It was dropped; the next round starts clean.',
  'errors.train/not_running': 'No training is running, so there was nothing to add to.',
  'errors.align/no_such_pair': 'That pair of answers is gone. Nothing was counted. Rate the next one.',
  'errors.match/not_again': 'This stage cannot begin again. You can give it more time instead.',
  'errors.match/other_stage': 'The stage has just changed. Look again, and then decide.',
  'errors.align/too_few_ratings':
    'Only {pairs} pairs have a clear winner so far, and training needs {least}. Rate some more, or use the pairs of all labs.',
  'errors.align/no_pairs':
    'The models have not been asked yet, so there is nothing to judge. Try again in a moment.',
  'errors.deploy/no_model': 'Your lab has no model, so there is nothing to try out.',
  'errors.deploy/hour_runs':
    'The town is asking right now. Nothing was changed. Try again when the hour is over.',
  'errors.deploy/responded':
    'Your lab has already done something about this hour. Nothing was changed. Wait for the next one.',
  'errors.deploy/nothing_before': 'There is no earlier model that your lab could go back to.',
  'errors.deploy/on_phones': 'What is on phones stays as it is. You can only apologise.',
  'errors.deploy/not_asked': 'The town has not asked for that, or your lab does it already.',
  'errors.deploy/day_over': 'The day in town is over. No hour comes after this one.',
  'errors.arena/no_such_pair': 'That pair is not on your ballot. Nothing was counted. Vote on the next one.',
  'errors.arena/own_lab':
    'Your own lab stands behind one of these curtains, so you can’t vote here. Vote on the next one.',
  'errors.test/not_examined': 'The referee is still measuring your model. Wait a moment, then decide.',
  'errors.test/bad_prompts':
    'Write one to {most} different questions, one in each line, of {short} to {long} letters.',
  'errors.test/no_own_evals': 'Your lab has written its {count} tests. Look how the models do in them.',
  'errors.test/rule_never_fails':
    'Every answer passes this rule, so it tells nothing. Name words that a model could say and may not say.',
  'errors.test/rule_never_passes':
    'No answer can pass this rule: a model only writes plain English letters and signs, and not much at once. Choose a few such words.',
  'errors.test/hardened_already':
    'You have hardened your model once. Look at the tests, then let it pass or not.',
  'errors.test/not_fallen': 'No attack on your model has worked, so there is nothing to train against.',
  'errors.test/untuned':
    'Only a model that has had lessons can be hardened. Yours was never tuned: let it pass as it is.',
  'errors.test/no_model_before': 'There is no model before this one, so you cannot go back. Ship this one.',
  'errors.test/silent_regression':
    'The model got worse at {count} {count|test|tests}. Ship it with that on its card, or go back.',
  'errors.test/no_regression': 'Nothing got worse, so there is nothing to warn of. Just ship it.',
  'errors.test/own_lab': 'That is your own lab. Attack another one.',
  'errors.test/target_not_ready': '{team} is not measured yet. Attack it in a moment.',
  'errors.test/bad_probe': 'An attack is words, from {least} to {most} signs. Write it anew.',
  'errors.test/no_probes': 'Your lab has used all of its {count} attacks. Now see how others do.',
  'errors.test/later': 'The referee has its hands full. Try again in a moment: this one cost nothing.',
  'errors.debrief/not_tested': 'The sealed test of your lab is still being taken. Ask again in a moment.',
  'errors.debrief/not_offered': 'That cannot be tried out for your lab. Pick another decision from the list.',
  'errors.debrief/asked_before': 'Your lab has asked that before. Its answer stands below.',
  'errors.debrief/later':
    'The referee is still training for your last question. Wait for its answer, then ask.',
  'errors.debrief/too_many': 'Your lab has asked {most} times, and that is all there are.',
  'errors.debrief/guessed': 'You have guessed already, and the first guess counts.',
  'errors.pictures/nothing_bought': 'Buy something first.',
  'errors.pictures/over_budget': 'That costs {cost} coins, and you have {budget}. Leave something out.',
  'errors.arena/rude_text': 'This answer holds a rude word and stays off the projector. Choose another one.',
  'errors.client/offline':
    'The server does not answer. It may be your network. We keep trying; nothing is lost.',
  'errors.client/sockets_blocked':
    'The server is there, but this network lets no live connection (a WebSocket) through. Try another network, such as a phone’s hotspot, or ask whoever runs this one. Your seat is kept, and the page keeps trying.',
  'errors.client/replaced':
    'You opened this seat in another tab, and that one plays now. Close this one, or take the seat back.',
  'errors.client/screen_replaced':
    'You opened this match on several more screens, so this one, the oldest, was closed. You can go back to the match here.',
  'errors.client/screen_withdrawn':
    'The host has withdrawn the link to this screen. Ask the host for another one.',
  'errors.host/many_screens':
    'There are {most} links to more screens, which is the most. Withdraw one first; nothing was changed.',
  'errors.host/no_such_screen': 'This link was withdrawn before. Nothing was changed.',
  'errors.client/engine_failed':
    'No part of this browser can train a model. You can still play; a teammate will train.',
  'errors.client/solo_failed':
    'The match broke down: this browser could not go on with it. Begin a new one; if that fails too, try another browser.',
};
