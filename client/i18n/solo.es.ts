/** Words of a match alone, in Spanish. */

import type { solo as english } from './solo.ts';

export const solo: Record<keyof typeof english, string> = {
  'solo.rehearse': 'Ensayar primero',
  'solo.title': 'Jugar a solas',
  'solo.lead':
    'Tú diriges un laboratorio, y {bots} bots dirigen los otros. Todo pasa en este navegador: también sus modelos se entrenan aquí. No se envía nada a ninguna parte.',
  'solo.bookLead':
    'Tu laboratorio puede entrenarse con él: tus poemas, un libro, una página. Se vende en el mercado de esta partida, junto a los textos del mundo, y no sale de este navegador. Ninguna prueba pregunta por él.',
  'solo.bookKept': '«{name}» estará en el mercado. Licencia: {license}.',
  'solo.begin': 'Comenzar',
  'solo.beginning': 'Abriendo los laboratorios …',
  'solo.bot': '{name} (bot)',
  'solo.controls': 'Tú haces avanzar la partida',
  'solo.soon': 'Empieza en cuanto tu aparato esté medido.',
  'solo.skipSure': '¿Seguir como si se acabara el tiempo? Tu laboratorio recibe lo que armó.',
  'solo.skipYes': 'Sí, seguir',
  'solo.again': 'Jugar otra vez',
  'solo.withOthers': 'Jugar con otros',
};
