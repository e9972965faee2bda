/** Words of matches that nobody hosts, and of texts that somebody reports, in Spanish. */

import type { quick as english } from './quick.ts';

export const quick: Record<keyof typeof english, string> = {
  'quick.or': '¿No tienes código?',
  'quick.play': 'Jugar en línea',
  'quick.about':
    'Con quien esté, sin anfitrión, en unos {minutes} minutos. Cada laboratorio puede usar la misma cantidad de cómputo, así que un teléfono juega en igualdad con una laptop.',
  'quick.friends': 'Jugar con amigos, sin anfitrión',
  'quick.looking': 'Buscando otros laboratorios …',

  'quick.title': 'Esperando otros laboratorios',
  'quick.lead':
    'Nadie dirige esta partida: empieza, sigue y termina por su reloj. Cada laboratorio puede usar la misma cantidad de cómputo, en un teléfono o en una laptop.',
  'quick.youAre': 'Te llamas',
  'quick.otherName': 'Otro nombre',
  'quick.begins': 'Empieza en {time}. Hay {count} {count|persona|personas} aquí.',
  'quick.alone':
    'Si no viene nadie más, un bot dirige un laboratorio contra ti, y el servidor entrena su modelo de verdad.',
  'quick.invite': 'Tus amigos entran con el código {code}, o con este enlace:',
  'quick.begin': 'Empezar ya',

  'quick.labs': 'Quién juega',
  'quick.bot': 'un bot',
  'quick.you': '{names} (tu laboratorio)',
  'quick.leave': 'Salir de esta partida',
  'quick.leaveSure': '¿Salir para siempre? Un bot sigue con tu laboratorio si no queda nadie más en él.',
  'quick.leaveYes': 'Sí, salir',
  'quick.again': 'Jugar otra vez',
  'quick.gained': 'Tu aparato tiene ahora {points} puntos, {gained} más que antes.',
  'quick.lost': 'Tu aparato tiene ahora {points} puntos, {gained} menos que antes.',

  'title.online': 'Loss Leaders: tabla',
  'online.link': 'Tabla',
  'online.title': 'La tabla',
  'online.lead':
    'A quién le fue mejor en partidas de desconocidos. Los nombres los hace el azar; el tuyo está marcado.',
  'online.season': 'Temporada',
  'online.season.this': 'Este trimestre',
  'online.season.last': 'El trimestre pasado',
  'online.place': 'Puesto',
  'online.player': 'Jugador',
  'online.points': 'Puntos',
  'online.matches': 'Partidas',
  'online.own': 'tú',
  'online.nobody': 'Nadie todavía. Juega en línea, contra al menos otro laboratorio de personas.',
  'online.about':
    'Una partida cuenta cuando juegan personas en dos laboratorios o más. Los bots nunca cuentan. Cada trimestre todos vuelven a medio camino del centro. Los puntos son de este aparato: no hay cuentas.',

  'hall.title': 'Salón de los laboratorios',
  'hall.lead': 'Laboratorios que ganaron. Lee qué eligieron, habla con sus modelos o juega contra ellos.',
  'hall.empty': 'Está vacío. Gana una partida y pon aquí tu laboratorio.',
  'hall.points': '{points} puntos, {season}',
  'hall.against': 'Jugar contra él',
  'hall.leave': 'Sacar mi laboratorio',
  'hall.enter': 'Poner al ganador en el salón',
  'hall.enterAbout':
    'Todos podrán ver qué eligió y cuántos puntos tuvo, y hablar con su modelo. No se muestran nombres de personas.',
  'hall.isIn': 'El laboratorio está en el salón.',
  'hall.look': 'Verlo',
  'hall.rival':
    'Un bot juega como {lab}: elige lo que eligió ese laboratorio y entrena con ello un modelo propio.',

  'report-text.report': 'Denunciar este texto',
  'report-text.title': 'Textos denunciados',
  'report-text.lead':
    'Los modelos dicen lo que leyeron. Quien denunció un texto ya no lo ve; tú decides por todos.',
  'report-text.hide': 'Ocultarlo para todos',
  'report-text.show': 'Mostrarlo de nuevo',
};
