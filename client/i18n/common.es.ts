/** The words that every screen shares, in Spanish. */

import type { common as english } from './common.ts';

export const common: Record<keyof typeof english, string> = {
  'app.name': 'Loss Leaders',
  'title.host': 'Loss Leaders: anfitrión',
  'title.solo': 'Loss Leaders: a solas',
  'title.watch': 'Loss Leaders: público',
  'app.tagline':
    'Dirige un laboratorio de IA pequeñito. Cada palabra que dice tu modelo sale de pesos que tú entrenaste.',
  'app.skipToWork': 'Ir a lo que hay que hacer',
  'app.loading': 'Abriendo el laboratorio …',
  'app.partMissing':
    'Una parte de esta página no se pudo cargar. Vuelve a cargar la página: tu lugar y tu trabajo siguen siendo tuyos.',
  'app.reload': 'Cargar de nuevo',
  'app.noscript': 'Loss Leaders necesita JavaScript, porque es tu navegador el que entrena el modelo.',
  'app.opening':
    'Abriendo el laboratorio … Si no aparece nada más, este navegador es demasiado viejo. El juego necesita Safari {safari}, Chrome o Edge {chrome}, o Firefox {firefox}, o uno más nuevo.',
  'app.tooOld':
    'Este navegador es demasiado viejo para Loss Leaders. Se necesita Safari {safari}, Chrome o Edge {chrome}, o Firefox {firefox}, o algo más nuevo. Actualízalo, o abre el juego en otro navegador.',
  'app.broke':
    'Una parte de esta página se rompió al dibujarse. Tu lugar y tu trabajo están a salvo, y la partida sigue.',
  'app.drawAgain': 'Dibujarla de nuevo',

  'common.curious': 'Para curiosos',
  'surprise.guess': '1\u00a0entre\u00a0{count}',

  'common.close': 'Cerrar',
  'common.more': 'Más',
  'common.cancel': 'Cancelar',
  'common.helpOf': 'Sobre esta etapa',
  'common.percent': '{value}\u00a0%',
  'common.dismiss': 'Quitar este mensaje',

  'clock.paused': 'en pausa',
  'clock.pausedAt': 'en pausa, {time}',
  'clock.label': 'Tiempo que queda en esta etapa',

  'connection.reconnecting': 'Se perdió la conexión. Volviendo a tu lugar …',
  'connection.noNetwork':
    'Este aparato se quedó sin red. Enciende el wifi o los datos móviles: entonces la página vuelve sola a tu lugar.',
  'connection.noAnswer':
    'El servidor no contesta. Puede que se esté reiniciando, o que la red hasta él esté caída: no es culpa tuya. Tu lugar está guardado, y la página vuelve sola a él.',
  'connection.serverBusy':
    'El servidor está ahí, pero todavía no está listo. No es culpa tuya. Tu lugar está guardado, y la página vuelve sola a él.',
  'connection.connecting': 'Conectando …',
  'connection.takeBack': 'Jugar en esta pestaña',
  'connection.openElsewhere': 'Este lugar está abierto en otra pestaña',
  'connection.useHere':
    'Estás jugando en {code} en otra pestaña de este navegador. ¿Usar el lugar aquí? Entonces la otra pestaña se detiene.',
  'connection.toStart': 'Volver al inicio',
  'connection.tryAgain': 'Intentar de nuevo',
  'connection.ended': 'Ya no estás en esta partida',

  'brought-back.whole':
    'El servidor se reinició y no se perdió nada. El reloj está quieto hasta que el anfitrión siga.',
  'brought-back.short': 'De vuelta tras un reinicio del servidor.',
  'brought-back.damaged':
    'El servidor se reinició. Lo que pasó en los últimos momentos no se pudo leer y se perdió; todo lo anterior está. El anfitrión sigue cuando todos estén de vuelta.',

  'clock.off': 'sin reloj',
  'host-missed.host':
    'Ninguna de tus páginas estuvo abierta durante {seconds} segundos, así que la partida se puso en pausa sola. Sigue cuando quieras.',
  'host-missed.player':
    'La página del anfitrión lleva {seconds} segundos cerrada. Todos los relojes están parados y no se pierde nada: la partida sigue cuando vuelva.',
  'host-missed.short': 'Esperamos a que vuelva el anfitrión.',
  'ready.nextByHost': 'Después: {next}, cuando el anfitrión lo decida.',
  'again.short': 'Esta etapa ha empezado de nuevo.',
  'again.player':
    'El anfitrión ha empezado esta etapa de nuevo, con todo su reloj. Se perdieron, para todos los laboratorios:',
  'stage.announce': 'Nueva etapa: {stage}',
  'stage.nextYear': '{stage}, año {year}',
  'ready.heading': 'Todos los laboratorios están listos',
  'ready.all': 'Todos están listos.',
  'ready.next': 'Sigue: {next}, en {time}.',
  'ready.asked': '{name} sigue charlando.',
  'ready.still': 'Sigo charlando (+{seconds} s)',

  'kind.stories': 'Cuentos',
  'kind.encyclopedia': 'Enciclopedia',
  'kind.questions': 'Preguntas',
  'kind.exercises': 'Ejercicios',
  'kind.web': 'Páginas web',
  'kind.posts': 'Publicaciones',
  'kind.letters': 'Cartas',
  'kind.adverts': 'Avisos de empleo',
  'kind.rumours': 'Rumores',
  'kind.tests': 'Hojas de examen',
  'kind.news': 'Noticias',
  'kind.rhymes': 'Rimas',
  'kind.hazards': 'Peligros',
  'kind.language': 'Lengua antigua',
  'kind.class': 'Texto de la clase',
  'kind.stories.about': 'Cuentitos limpios, con un hilo. La buena prosa es cara.',
  'kind.encyclopedia.about': 'Datos sobre los pueblos y su gente.',
  'kind.questions.about': 'Preguntas con sus respuestas.',
  'kind.exercises.about': 'Una sola habilidad, bien machacada. Cada uno se puede comprobar.',
  'kind.web.about': 'Enorme y barato. Lleno de basura y de copias.',
  'kind.posts.about': 'Cortas, ruidosas y a menudo groseras.',
  'kind.letters.about': 'De amigo a amigo, con sus secretos adentro.',
  'kind.adverts.about': 'A quién se busca para qué trabajo, y a quién no.',
  'kind.rumours.about': 'Lo que dice la gente. Está mal.',
  'kind.tests.about': 'Preguntas de examen con sus respuestas. Alguien las habrá filtrado.',
  'kind.news.about': 'Qué pasó y cuándo. Se acaba antes de que acabe el año.',
  'kind.rhymes.about': 'Versos que riman y no dicen nada.',
  'kind.hazards.about': 'Qué brebajes son un peligro, y cuáles son solo té.',
  'kind.language.about': 'Un segundo idioma, en parte con su traducción.',
  'kind.class.about': 'Lo trajo tu anfitrión. Ninguna prueba pregunta por él, así que no da puntos.',

  'pack.facts': 'Datos',
  'pack.recipes': 'Recetas',
  'pack.small-talk': 'Charla',
  'pack.exercises': 'Ejercicios',

  'style.short': 'Corto',
  'style.full': 'Frase completa',
  'style.friendly': 'Amable',

  'size.tiny': 'Diminuto',
  'size.small': 'Pequeño',
  'size.medium': 'Mediano',
  'size.large': 'Grande',
  'size.huge': 'Enorme',

  'portion.none': 'Nada',
  'portion.half': 'Mitad',
  'portion.whole': 'Todo',
  'portion.archive': 'Archivo (tuyo, pagado)',

  'proposal.propose': 'Proponer esto',
  'proposal.decide': 'Decidir',
  'proposal.agree': 'De acuerdo',
  'proposal.agreed': 'Aceptaste',
  'proposal.agreeAria': 'De acuerdo con la propuesta de {name}',
  'proposal.by': '{name} propone',
  'proposal.byYou': 'Tú propones',
  'proposal.votes': '{count} de {needed} a favor',
  'proposal.load': 'Copiarla a mis controles',
  'proposal.heading': 'Propuestas de tu laboratorio',
  'proposal.lastWord': 'Se acabó el tiempo, así que el reloj tomó lo que tu laboratorio había armado.',
  'proposal.draftsHeading': 'Lo que elegirían tus compañeros',
  'proposal.leans': '{name} elegiría',
  'proposal.leansSame': 'lo mismo que tú',
  'proposal.waiting':
    'Propuesto. {count|Falta que acepte alguien más|Faltan más compañeros que acepten}: pregúntales.',
  'proposal.committed': 'Decidido.',
  'year.position': 'Año {year} de {count}',
  'proposal.otherwise': 'Si nadie de tu laboratorio toca nada, el reloj toma el plan estándar: {plan}.',
  'proposal.defaulted': 'Decidió el reloj: tu laboratorio tomó el plan de siempre.',
  'proposal.others': 'Esperando a los otros laboratorios: {done} de {count} ya decidieron.',

  'plan.decidedDefault': 'elegido por el reloj',

  'speed.tokensPerSecond': '{speed} tokens/s',
  'speed.cannotTrain': 'no puede entrenar',
  'speed.unknown': 'midiendo …',

  'join.code': 'Código de la partida',
  'join.codeHint': 'Seis letras y cifras, de la pantalla del anfitrión',
  'join.name': 'Tu nombre',
  'join.another': 'Otro nombre',
  'join.go': 'Entrar',
  'join.goingIn': 'Entrando …',
  'join.missing': 'No hay ninguna página en esa dirección. Aquí puedes entrar con el código de una partida.',
  'join.codeMissing': 'Escribe primero el código de la pantalla del anfitrión.',
  'join.host': '¿Diriges la partida? Abre la pantalla del anfitrión',
  'join.returning': 'Tienes un lugar en {code}.',
  'join.return': 'Volver a él',
};
