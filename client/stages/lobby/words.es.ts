/** Words of the lobby, in Spanish. */

import type { lobbyWords as english } from './words.ts';

export const lobbyWords: Record<keyof typeof english, string> = {
  'stage.lobby': 'Sala',
  'projector.stage.lobby': 'Saca tu teléfono o tu computadora y entra a un laboratorio.',
  'guide.lobby': 'Ensayo: tu aparato muestra qué tan rápido es. Sigue solo.',
  'why.lobby':
    'Todo lo que un modelo puede aprender se compra con cálculos; por eso los laboratorios de verdad cuentan primero sus máquinas.',
  'notes.lobby.say':
    'Cada equipo es un laboratorio. Nada de lo que digan sus modelos lo escribimos nosotros: los entrenan sus propios aparatos. Los aparatos miden ahora su velocidad; los lentos son bienvenidos.',
  'notes.lobby.ask': '¿Quién usó un chatbot esta semana? ¿Cómo creen que aprendió a escribir?',

  'lobby.title': 'Bienvenidos al patio',
  'lobby.lead':
    'Tu laboratorio va a entrenar un modelo de lenguaje desde cero. Los modelos aprenden inglés: todo lo que leen y dicen está en inglés. Primero: ¿quién eres, y con quién?',
  'lobby.yourName': 'Tu nombre',
  'lobby.rename': 'Guardar',
  'lobby.teams': 'Laboratorios',
  'lobby.join': 'Entrar',
  'lobby.joinAria': 'Entrar al laboratorio {team}',
  'lobby.yours': 'tu laboratorio',
  'lobby.empty': 'todavía nadie',
  'lobby.device': 'Tu aparato',
  'lobby.measuring': 'Midiendo qué tan rápido puede entrenar …',
  'lobby.speed': 'Entrena {speed} tokens por segundo.',
  'curious.backend': 'Calcula con {backend}.',
  'lobby.insecure':
    'Esta dirección no es segura (http). Por eso el navegador no nos da el chip gráfico, los hilos ni el bloqueo de pantalla, y el entrenamiento va más lento. Con HTTPS los tiene todos.',
  'lobby.speedMeaning':
    'El laboratorio más lento fija cuánto cómputo reciben todos, así que un teléfono lento no te cuesta nada.',
  'lobby.waiting': 'Esperando a que el anfitrión empiece. Hay {count} {count|persona|personas}.',

  'scene.lobby.twin':
    'El patio del laboratorio: {devices} {devices|aparato|aparatos} en {teams} {teams|equipo|equipos}. {speed}',
  'scene.lobby.unmeasured': 'Ninguno midió todavía su velocidad.',
  'scene.lobby.measured': 'Todos juntos hacen {speed} tokens por segundo.',
  'notes.lobby.watch':
    'Un aparato que nunca se mide, y nombres que piden una palabra. Los laboratorios deberían ser más o menos igual de grandes.',
  'line.able': '{count} {count|aparato puede|aparatos pueden} entrenar',
  'line.unmeasured': '{count} midiéndose',
};
