/** Words about the log of a lab's requests, in Spanish. */

import type { logWords as english } from './request-log.ts';

export const logWords: Record<keyof typeof english, string> = {
  'deploy.retention': '¿Cuánto tiempo se guarda el registro?',
  'deploy.retention.none': 'nada',
  'deploy.retention.hours': '{hours} horas',
  'deploy.retention.ever': 'para siempre',
  'deploy.retentionMeaning':
    'El anfitrión puede hacer que alguien pida tu registro. Cada hora de la que no dice nada cuesta {missing}\u00a0centavos. Cada consulta guardada en que la gente contó algo de su vida cuesta {personal}\u00a0{personal|centavo|centavos}. Los registros de verdad también se filtran, y un modelo entrenado con uno puede contar sus secretos.',
  'deploy.log': 'Tu registro: {count} preguntas',
  'deploy.log.about':
    'Primero las que tienen más pulgares abajo. Solo lo ve tu laboratorio, hasta que alguien lo pida.',
  'deploy.log.entry':
    'Hora {hour}, {times} {times|vez|veces}: {decision}. Modelo: {version}. Filtro: {gate}. Pulgares: {up} arriba, {down} abajo.',
  'deploy.log.noFilter': 'ninguno',
  'deploy.log.filter': '{filter}, {share}\u00a0% seguro de que no hace daño',
  'deploy.log.answered': 'respondida',
  'deploy.log.cached': 'del caché',
  'deploy.log.refused': 'rechazada',
  'deploy.log.unsure': 'no lo bastante seguro',
  'deploy.log.lost': 'se fue',
};
