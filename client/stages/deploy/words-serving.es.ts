/** Words of the workbench of serving, in Spanish. */

import type { servingWords as english } from './words-serving.ts';

export const servingWords: Record<keyof typeof english, string> = {
  'deploy.place': '¿Dónde funciona tu modelo?',
  'deploy.place.cloud': 'en máquinas',
  'deploy.place.phones': 'en teléfonos',
  'deploy.placeMeaning.cloud': 'La gente envía sus preguntas a las máquinas de tu laboratorio.',
  'deploy.placeMeaning.phones':
    'Cada ciudadano carga tu modelo en un teléfono: {kilobytes}\u00a0kB, que te cuestan {cents}\u00a0centavos cada vez. No hay cola, ni alquiler, ni caché común. Los aparatos de esta sala hacen de teléfonos. Según la prueba de la entrada el más rápido tarda {least} veces lo que la máquina de aquí, y el más lento {most}. Lo que está en un teléfono se queda como está: no puedes cambiar el filtro ni volver atrás. No ves las preguntas, así que no tienes registro.',
  'deploy.ownership': '¿De quién son las máquinas?',
  'deploy.ownership.rented': 'alquiladas',
  'deploy.ownership.bought': 'compradas',
  'deploy.ownershipMeaning.rented': 'Pagas alquiler mientras una máquina funciona.',
  'deploy.ownershipMeaning.bought':
    'Una máquina cuesta lo mismo que {bought} horas de alquiler y dura {lasting} horas. Pagas todas las que pueden funcionar, también cuando están apagadas.',
  'deploy.power':
    'Una máquina gasta {busy} vatios mientras trabaja y {idle} mientras espera. Cada kilovatio-hora cuesta {cents}\u00a0centavos. Estas cifras son inventadas.',
  'deploy.billMachines':
    'Las máquinas cuestan {machines}\u00a0centavos, y {energy}\u00a0kWh de electricidad {power}\u00a0centavos.',
  'deploy.billPhones': 'Las descargas cuestan {downloads}\u00a0centavos.',
  'deploy.replicas': 'Máquinas',
  'deploy.batch': 'Preguntas que una máquina responde a la vez',
  'deploy.batchRow': '{count} a la vez',
  'deploy.batchMeaning':
    'Un lote tarda poco más que una sola pregunta. Pero todos los del lote esperan la respuesta más larga. La máquina aparta {kilobytes}\u00a0kB de memoria para cada una. Ahí guarda el modelo lo que ha sacado de las palabras hasta entonces. La memoria cuesta alquiler.',
  'deploy.balancing': '¿Quién espera a qué máquina?',
  'deploy.balancing.shared': 'una sola cola',
  'deploy.balancing.turns': 'por turnos',
  'deploy.balancing.shortest': 'la cola más corta',
  'deploy.balancingMeaning.shared':
    'Todos esperan en una sola cola, y la máquina que queda libre toma a los siguientes.',
  'deploy.balancingMeaning.turns':
    'Cada máquina tiene su propia cola. Las preguntas se reparten por turnos, como cartas, por largas que sean las colas.',
  'deploy.balancingMeaning.shortest':
    'Cada máquina tiene su propia cola. Una pregunta nueva va a la más corta. Nadie pasa después a una cola nueva.',
  'deploy.compare.usual': 'la mitad espera, ms',
  'deploy.compare.rush': 'en avalancha, 1 de 100: ms',
  'deploy.compare.lost': 'se van en avalancha',
  'deploy.compare.cost': 'por 1000 respuestas',
  'deploy.cache': 'Guardar las respuestas para quien pregunte lo mismo',
  'deploy.cache.off': 'preguntar de nuevo',
  'deploy.cache.on': 'guardarlas',
  'deploy.cacheMeaning':
    'Una respuesta guardada no cuesta nada y llega al instante. También se queda cuando el mundo ha cambiado.',
  'deploy.price': 'Precio de una respuesta',
  'deploy.machineRange': 'de {least} a {most}',
  'deploy.forecast': 'La simulación espera, con tu parte del pueblo',
  'deploy.forecastRow':
    '{hour}: la mitad espera hasta {p50}\u00a0ms. Uno de cada cien espera {p99}\u00a0ms o más. Se van {lost} de {requests}. {bill}',
  'deploy.usualHour': 'Una hora normal',
  'deploy.rush': 'Una avalancha',
  'deploy.speed':
    'Tu modelo escribe {alone} tokens por segundo para una persona, y {batched} para un lote lleno. Eso se midió aquí.',
  'deploy.burst':
    'Una ráfaga al modelo real, {load}\u00a0% de lo que puede: pronóstico {forecast}\u00a0ms, medido {measured}\u00a0ms.',
  'deploy.timing': 'Estamos cronometrando tu modelo …',
};
