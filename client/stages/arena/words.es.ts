/** Words of the arena and of the spotlight, in Spanish. */

import type { arenaWords as english } from './words.ts';

export const arenaWords: Record<keyof typeof english, string> = {
  'stage.arena': 'Arena',
  'projector.stage.arena': 'Todos votan a ciegas, nunca sobre su propio laboratorio.',
  'why.arena':
    'Una prueba se puede aprender de memoria, un voto a ciegas no; también los laboratorios de verdad someten sus modelos a votos así.',
  'guide.arena': 'Ensayo: vota por la mejor respuesta. No sabes de quién es.',
  'notes.arena.say':
    'La mitad de las preguntas se puede comprobar, y entonces la tarjeta dice lo que sabe el mundo. La otra mitad solo la puede decir la gente: ¿cuál es más graciosa, cuál preferirían oír, cuál es más segura? Los laboratorios nunca ven sus propias respuestas. Miren las reglas del podio: donde se tocan, el voto no decidió.',
  'notes.arena.ask':
    '¿Una respuesta que suena bien le ganó a una verdadera? ¿Quién ganó en “verdad”, y quién en “graciosa”? ¿Un modelo gracioso es un buen modelo?',

  'arena.title': 'Voto a ciegas',
  'arena.lead': 'Dos telones, dos respuestas. Una puede ser de la Casa: un modelo que solo cuenta palabras.',
  'arena.house': 'La Casa',
  'arena.tabVote': 'Votar',
  'arena.tabTalk': 'Charla',
  'arena.question.kind': '¿Qué respuesta es más amable?',
  'arena.question.true': '¿Qué respuesta es verdad?',
  'arena.question.funny': '¿Qué respuesta es más graciosa?',
  'arena.question.told': '¿Cuál preferirías oír?',
  'arena.question.safe': '¿Qué respuesta es más seguro seguir?',
  'arena.hint.kind': 'Vota por la más cálida, sea verdad o no.',
  'arena.hint.true': 'Vota por la que dice lo que es.',
  'arena.hint.funny': 'Vota por la que te hace reír.',
  'arena.hint.told': 'Vota por la que te gustaría recibir como respuesta.',
  'arena.hint.safe': 'Piensa en alguien que la cree y la sigue.',
  'arena.how': 'Cómo se forman los pares',
  'arena.how.meet':
    'Dos laboratorios cualesquiera se enfrentan igual de veces, y cada uno se enfrenta a la Casa. Los dos recibieron la misma pregunta; de qué lado va cada respuesta se sortea.',
  'arena.how.alone':
    'Tu laboratorio se enfrenta a la Casa. Los dos recibieron la misma pregunta; de qué lado va cada respuesta se sortea.',
  'arena.how.half':
    'La mitad de las preguntas se puede comprobar: ¿es verdad, es amable? El resto solo lo puede contestar la gente. ¿Cuál es más graciosa? ¿Cuál preferirías oír? ¿Cuál es más segura?',
  'arena.how.own':
    'Nunca votas sobre tu propio laboratorio. Con dos laboratorios, la gente sin laboratorio y el anfitrión votan en los pares donde se enfrentan.',
  'arena.how.weigh':
    'Votan tres grupos: los jugadores; el público con el anfitrión; el árbitro, que va por reglas. Ningún grupo tiene más de la mitad del peso.',
  'arena.tie': 'Ninguna es mejor',
  'arena.sampling':
    'Se hacen las mismas preguntas a todos los modelos. El reloj empieza cuando estén sus respuestas.',
  'arena.noPairs':
    'No se pudo preguntar a los modelos, así que no hay votación. La partida sigue en un momento.',
  'arena.noBallot':
    'No hay otro laboratorio sobre el que votar: nadie vota sobre el suyo. Los telones se abren en un momento.',
  'arena.allVoted': 'Gracias, ese fue tu último par. Los telones se abren cuando todos hayan votado.',
  'arena.progress': '{count} de {total} pares',
  'arena.others': '{done} de {count} votantes ya terminaron',
  'arena.revealTitle': 'Los telones están abiertos',
  'arena.revealLead': 'Estos eran los que estaban detrás. La votación se cerró.',
  'arena.byQuestion': 'Por pregunta',
  'arena.yourPairs': 'Los pares que te tocaron',
  'arena.comparisons': 'Una comparación es un voto, o un control del árbitro.',
  'arena.wins': '{name}: gana {wins} de 100, con {votes} {votes|comparación|comparaciones}',
  'arena.say': 'Cuánto peso tuvo cada quien: {who}.',
  'arena.bench.rivals': 'jugadores {share} ({votes} {votes|voto|votos})',
  'arena.bench.audience': 'público y anfitrión {share} ({votes} {votes|voto|votos})',
  'arena.bench.referee': 'árbitro {share} ({votes} {votes|control|controles})',
  'arena.referee': 'El árbitro, según las reglas: {who}.',
  'arena.refereeTie': 'ninguna es mejor',
  'arena.youVoted': 'tu voto',
  'arena.youTied': 'Para ti ninguna era mejor.',
  'arena.youSkipped': 'No votaste en este.',
  'arena.tally': '{a} por {left}, {b} por {right}, {tie} {tie|empate|empates}',
  'arena.votes': '{count} {count|voto|votos}',
  'arena.podium': 'Podio',
  'arena.podiumMeaning': 'cuántas gana de 100 contra los demás, y qué tan seguros estamos',
  'arena.podiumShort': 'gana de 100, y qué tan seguros estamos',
  'arena.houseIs': 'La Casa no es un laboratorio: solo cuenta qué palabras se siguen.',
  'arena.podiumTwin':
    '{name}: gana {value} de 100, con seguridad entre {low} y {high}, con {votes} {votes|comparación|comparaciones}',
  'arena.tooClose': '{first} y {second} se tocan: están demasiado cerca para decidir.',
  'arena.clear': '{first} va adelante sin ninguna duda.',
  'arena.noVotes': 'No hay votos, así que no hay puntaje.',
  'arena.spotlight': 'Bajo el reflector',

  'projector.arenaAsking':
    'Todos los modelos reciben las mismas preguntas. El reloj empieza cuando estén sus respuestas.',
  'projector.arenaVote':
    'Todos votan a ciegas, nunca sobre su propio laboratorio. ¿No tienes laboratorio? Vota también, en {address}',
  'projector.arenaOpen': 'Los telones están abiertos.',
  'projector.arenaVotes': '{votes} {votes|voto|votos}; {done} de {count} terminaron',
  'projector.arenaWho': '¿De quién es?',

  'console.hostVote': 'Tus propios votos',
  'console.hostVoteLead':
    'No tienes laboratorio en la carrera, así que puedes votar en cualquier par: sobre todo en los que se enfrentan laboratorios.',
  'console.hostVoteBegin': 'Votar',
  'console.hostVoteSoon':
    'Se está preguntando a los modelos. En cuanto estén sus respuestas podrás votar en cualquier par y poner una respuesta en el proyector.',
  'console.spotlight': 'Reflector',
  'console.spotlightLead':
    'Muestra en el proyector una respuesta graciosa o reveladora. Las groseras se retienen.',
  'console.spotlightShow': 'Mostrar',
  'console.spotlightShowAria': 'Mostrar en el proyector: {answer}',
  'console.spotlightHide': 'Quitarla del proyector',
  'console.spotlightMore': 'Más respuestas',

  'scene.arena.asking': 'Dos telones cerrados. Todavía se está preguntando a los modelos.',
  'scene.arena.twin':
    'Dos telones y un frasco con {votes} de {wanted} {wanted|boleta|boletas}. Pregunta: “{question}” A dice “{a}”; B dice “{b}”.{who}',
  'scene.arena.jar': 'Dos telones y un frasco con {votes} de {wanted} {wanted|boleta|boletas}.',
  'scene.arena.who': ' Detrás de A estaba {a}, detrás de B {b}.',
  'scene.arena.ballots': '{votes} de {wanted}',
  'arena.curtains': 'se abren los telones',
  'repeat.arena': 'todos los votos. Se vuelve a preguntar a los modelos.',
  'arena.noRepeat': '(no después del telón: todos saben quién dijo qué)',
  'notes.arena.watch':
    'Adivinar en voz alta de quién es el modelo. Al lado de cada laboratorio dice a quién le quedan votos.',
  'line.asked': 'preguntando a los modelos',
  'line.ballots': '{given} de {wanted} votos emitidos',
  'line.stillVoting': 'siguen votando: {names}',
  'line.noModel': 'no tenía modelo que mostrar',
  'line.wins': 'ganaría {wins} de 100',
};
