/** Words of the debrief, in Spanish. */

import type { debriefWords as english } from './words.ts';

export const debriefWords: Record<keyof typeof english, string> = {
  'stage.debrief': 'Balance',
  'projector.stage.debrief': 'La prueba sellada está abierta.',
  'why.debrief':
    'Solo un texto que nadie vio dice qué aprendió; los laboratorios de verdad guardan esas pruebas bajo llave.',
  'guide.debrief': 'El ensayo terminó. Mira “Laboratorios”: ¿qué decisión hizo la diferencia?',
  'notes.debrief.say':
    'Estos puntajes salen de una prueba sellada con la que nadie pudo entrenar. Miren desde cada resultado hacia atrás, hasta la decisión que lo causó.',
  'notes.debrief.ask':
    '¿Qué única decisión cambiarían? ¿A qué laboratorio le confiarían su tarea, y por qué?',

  'debrief.title': 'Lo que salió de todo esto',
  'debrief.waiting': 'El árbitro abre la prueba sellada …',
  'debrief.won': '{team} va adelante con {points} puntos.',
  'debrief.tabRanking': 'Puestos',
  'debrief.tabTeams': 'Laboratorios',
  'debrief.tabSamples': 'Voces',
  'debrief.tabTalk': 'Charla',
  'debrief.tabHome': 'A casa',
  'debrief.tabWhy': '¿Y si…?',
  'debrief.points': '{points} puntos',
  'debrief.language': 'lenguaje',
  'debrief.stories': 'cuentos',
  'debrief.exercises': 'ejercicios',
  'debrief.facts': 'datos',
  'debrief.form': 'buena forma',
  'debrief.language.about': 'cuánto menos se sorprende que un modelo que solo cuenta palabras',
  'debrief.stories.about': 'frases de sus cuentos que tienen sentido',
  'debrief.exercises.about': 'ejercicios sellados resueltos',
  'debrief.facts.about': 'respuestas verdaderas sobre el mundo',
  'debrief.form.about': 'respuestas con la forma pedida',
  'debrief.formula':
    'Los puntos son el promedio de tres puntajes. Uso sale de la arena, el resto de la *prueba sellada*.',
  'debrief.chose': 'Lo que eligió',
  'debrief.choseData': 'Datos',
  'debrief.choseScale': 'Modelo',
  'debrief.choseFineTune': 'Lecciones',
  'debrief.perKind': 'Sorpresa con cada tipo de texto: más corto es mejor',
  'debrief.barTwin': '{kind}: adivina como {guess}, {share}\u00a0% de la lectura',
  'debrief.shareOfReading': '{share}\u00a0% de la lectura',
  'debrief.strings': 'De la decisión al resultado',
  'debrief.stringBest': 'Lo que más leyó: {kind} ({share}\u00a0%); adivina sus letras como {guess}.',
  'debrief.stringLeast': 'Lo que menos leyó: {kind} ({share}\u00a0%); adivina esas letras como {guess}.',
  'debrief.stringUnread': 'Nunca leyó: {kinds}. En lo que sí leyó, adivina letras como {guess}.',
  'debrief.stringUntaught':
    'Sus tarjetas estaban elegidas, pero se acabó el tiempo antes de que aprendiera de ellas.',
  'debrief.stringTrigram':
    'Un modelo sencillo que cuenta adivina el mismo texto como {trigram}, y el modelo como {guess}.',
  'debrief.stringSentences':
    'Antes de sus lecciones, {share}\u00a0% de las frases que escribió tenían sentido hasta la última palabra.',
  'debrief.stringTuning':
    'Las lecciones llevaron las respuestas con buena forma de {before}\u00a0% a {after}\u00a0%.',
  'debrief.untrained': 'sin entrenar',
  'debrief.pretrained': 'preentrenado',
  'debrief.tuned': 'afinado',
  'debrief.choose': 'Laboratorio',
  'debrief.noAnswers': 'No se guardó ninguna respuesta.',
  'debrief.answers': '{count} respuestas a preguntas selladas, sin escoger',
  'debrief.stringChanged':
    'Desde el año pasado cambiaron {facts} datos. El modelo del año pasado acierta {before}\u00a0% de ellos, este {now}\u00a0%.',
  'debrief.years': 'Año por año',
  'debrief.yearLine': 'Año {year}: {points}',
  'debrief.yearsAll': 'Todos los años: {points}',
  'debrief.yearsWon': 'En {count} años {team} va adelante con {points} puntos.',
  'debrief.nextYear': 'Sigue: año {year}. Tu laboratorio se lleva {coins} monedas y este modelo.',
  'debrief.nextYearAll':
    'Sigue: año {year}. Los puntos se vuelven monedas, y cada laboratorio puede seguir con su modelo.',
  'debrief.thanks': 'Esa fue la partida. ¿Qué cambiarías?',
  'debrief.stringCleaned':
    'La limpieza sacó {tossed} {tossed|página|páginas} de basura y {copies} casi {copies|copia|copias}, y tapó {masked} {masked|lugar|lugares}: quedaron {left} de {all} por leer.',
  'debrief.stringSecrets':
    'Lo que compró cuenta secretos {told} {told|vez|veces}; {left} de ellos todavía se podían leer.',
  'debrief.stringLeaks':
    'De {documents} páginas con que prueba el árbitro, {exact} {exact|está|están} en su lectura palabra por palabra, y {near} casi.',
  'debrief.stringArchive':
    'Ganó el archivo de {kind} por {coins} monedas, así que cada una de esas páginas se leyó solo {epochs} veces.',
  'debrief.stringArchiveUnread': 'Pagó {coins} monedas por el archivo de {kind} y nunca lo leyó.',
  'debrief.choseAlign': 'Alineado',
  'debrief.aligned': 'alineado',
  'debrief.alignKept': '{plan}; {pairs} pares; conservado',
  'debrief.alignUndone': '{plan}; {pairs} pares; deshecho',
  'debrief.alignNone': 'sin alinear',
  'debrief.stringAlign':
    'Luego se alineó. Las respuestas amables pasaron de {kindBefore}\u00a0% a {kindAfter}\u00a0%, las de buena forma de {formBefore}\u00a0% a {formAfter}\u00a0%, y la variedad de {varietyBefore}\u00a0% a {varietyAfter}\u00a0%.',

  'debrief.stringPrinciples':
    'Su propio modelo juzgó {pairs} pares de respuestas, en lugar de la gente: “{principles}”',
  'debrief.stringPeople':
    'De {pairs} pares que también juzgó la gente, en {agreed} les gustó a ambos la misma respuesta.',

  'projector.awards': 'Premios',

  'debrief.formulaTown':
    'Los puntos son el promedio de tres puntajes. El uso viene de la arena y del pueblo, la confianza en parte del pueblo, el resto de la *prueba sellada*.',
  'debrief.arena': 'victorias en la arena',
  'debrief.served': 'buenas respuestas en el pueblo',
  'debrief.paid': 'costos que pagó el pueblo',
  'debrief.believed': 'confianza del pueblo',
  'debrief.behind':
    'Está {points} {points|punto|puntos} detrás de {winner}. La mayor parte es “{part}”: {own} a {others}.',
  'debrief.behindPaid': 'Su día en el pueblo dejó {income} y costó {cost}.',
  'debrief.behindHarm': 'En el pueblo {own} de sus respuestas hicieron daño, y {other} de {winner}.',
  'debrief.behindLost': 'En el pueblo {count} de los {requests} que le preguntaron se fueron sin respuesta.',
  'debrief.behindCame': 'En el pueblo le preguntaron {own}, y a {winner} {other}.',
  'debrief.behindWrong': 'En el pueblo {wrong} de sus {judged} respuestas revisadas estaban mal.',
  'debrief.costliest': 'Lo que más le costó en el pueblo: {choice}. {effect}',
  'debrief.choice.format': 'solo {bits} bits para cada peso',
  'debrief.choice.gossip': 'chismes en su estante',
  'debrief.choice.dice': 'dados atrevidos',
  'debrief.choice.cache': 'un caché que dio {stale} respuestas con noticias viejas',
  'debrief.choice.mark': 'una marca fuerte en sus palabras',
  'debrief.choice.shelf': 'ningún periódico del día en su estante',
  'debrief.choice.machines': '{machines} máquinas para todos los que vinieron',
  'debrief.choice.filter.off': 'ningún filtro en la puerta',
  'debrief.choice.filter.fair': 'un filtro que no era estricto',
  'debrief.choice.price': 'un precio de {price}',
  'debrief.choice.free': 'respuestas gratis',
  'debrief.effect.right': '{right} de sus {judged} respuestas revisadas eran verdad.',
  'debrief.effect.better': 'De las de {winner}, {right} de {judged} lo eran.',
  'debrief.effect.left': '{left} de las {came} personas que lo probaron ya no le preguntan.',
  'debrief.townLeft': '{came} personas comprobaron sus respuestas, y {left} de ellas ya no le preguntan.',
  'debrief.townFines': 'Pagó {coins} en multas.',
  'debrief.townTraining':
    'En esas máquinas su entrenamiento habría costado {coins}: {days} {days|día|días} como este lo pagarían.',
  'debrief.townTrainingLost':
    'En esas máquinas su entrenamiento habría costado {coins}, y un día como este no devuelve nada.',
  'debrief.townAsked':
    'En el pueblo le preguntaron {requests}. {good} recibieron una buena respuesta, y {lost} se fueron sin ninguna.',
  'debrief.townHarm': 'Allí {count} {count|respuesta hizo|respuestas hicieron} daño.',
  'debrief.townStale':
    '{count} {count|respuesta de su caché era noticia vieja|respuestas de su caché eran noticias viejas}.',
  'debrief.townMoney':
    'El día dejó {income} y costó {cost}. Al final la confianza del pueblo era de {trust} de 100.',
  'debrief.townMachines':
    'Cada 1000 respuestas le costaron {coins}, y sus máquinas gastaron {energy}\u00a0kWh de electricidad.',
  'debrief.townPhones':
    'Su modelo funcionó en los teléfonos de la gente. Cada 1000 respuestas le costaron {coins}.',
  'debrief.choseDeploy': 'Producto',
  'debrief.use': 'uso',
  'debrief.trust': 'confianza',
  'debrief.science': 'ciencia',
  'debrief.use.about': 'victorias de 100 en la arena',
  'debrief.trust.about': 'respuestas verdaderas, y respuestas con buena forma',
  'debrief.science.about': 'cómo le va en lenguaje, cuentos, ejercicios y datos',
  'debrief.truth': 'respuestas verdaderas',
  'debrief.truth.about': 'respuestas verdaderas a preguntas sobre el mundo',
  'debrief.unmeasured': 'nadie votó',
  'debrief.part': '{name} {value}',
  'debrief.awards': 'Premios',
  'debrief.awardLine': '{award}: {team}',
  'debrief.stringArena':
    'Con las mismas preguntas que los demás, ganó {value} de 100 (entre {low} y {high}, {votes} {votes|voto|votos}).',
  'debrief.stringHouse': 'La Casa, que solo cuenta palabras, ganó {value} de 100.',
  'debrief.stringSize':
    'Sus {parameters} parámetros leyeron {tokens} tokens. Al principio adivinaba cada letra como {start}, al final como {guess}.',
  'debrief.stringStopped': 'Paró antes y dejó {share}\u00a0% de su cómputo sin gastar.',
  'debrief.stringUnfinished': 'El reloj cortó su entrenamiento con {share}\u00a0% de su cómputo sin gastar.',
  'debrief.computeAll': 'Todos los laboratorios tenían el mismo cómputo, y lo gastaron todo.',
  'debrief.computeUnequal':
    'Todos los laboratorios tenían el mismo cómputo, pero no todos lo gastaron: {labs}. Los puntajes toman cada modelo como está, y no suman nada por lo que quedó.',
  'debrief.computeOf': '{team} {share}\u00a0%',
  'debrief.stringReplay':
    'Con {replay}\u00a0% de lectura vieja mezclada, en las lecciones pasó de adivinar como {before} a {after}.',

  'award.favorite': 'Favorito de la sala',
  'award.favorite.reason': 'ganó {wins} de 100 contra los demás, con {votes} votos a ciegas',
  'award.oracle': 'Apuesta más cercana',
  'award.oracle.reason': 'falló por {share}\u00a0% en la apuesta sobre su entrenamiento grande',
  'award.speller': 'Mejor en ejercicios',
  'award.speller.reason': 'resolvió {share}\u00a0% de los ejercicios sellados',
  'award.scholar': 'Mejor informado',
  'award.scholar.reason': 'completó bien {share}\u00a0% de los datos sellados',
  'award.honest': 'Más honesto',
  'award.honest.reason': '{share}\u00a0% de sus respuestas sobre el mundo eran verdad',
  'award.manners': 'Mejores modales',
  'award.manners.reason': '{share}\u00a0% de sus respuestas tenían buena forma',
  'award.improved': 'El que más mejoró con votos',
  'award.improved.reason': 'las respuestas amables pasaron de {before}\u00a0% a {after}\u00a0%',
  'award.small': 'Pequeño más valiente',
  'award.small.reason': 'con {parameters} parámetros quedó adelante de {beaten}',
  'award.reader': 'Lector más atento',
  'award.reader.reason': 'dejó {share}\u00a0% menos de sorpresa que contar palabras en el mismo texto',
  'award.varied': 'Más variado',
  'award.varied.reason': '{share} de 100 respuestas eran distintas entre sí',
  'award.merchant': 'Mejor negocio',
  'award.merchant.reason': 'su día en el pueblo dejó {coins} más de lo que costó',
  'award.leader': 'Gancho de ventas',
  'award.leader.reason': '{answers} buenas respuestas en el pueblo, {coins} bajo su costo',
  'award.trusted': 'El de más confianza',
  'award.trusted.reason': 'al final la confianza del pueblo en él era de {share} de 100',

  'whatIf.lead':
    'Elige una decisión. Tu modelo se entrena de nuevo con ella cambiada, y de nuevo como fue, con el mismo azar. Luego los dos pasan por el texto sellado.',
  'whatIf.pick': '¿Y si …?',
  'whatIf.guess': 'Primero, tu apuesta: ¿cómo adivinaría?',
  'whatIf.pickGuess': 'Elige una apuesta para seguir.',
  'whatIf.outcome.worse': 'Peor',
  'whatIf.outcome.better': 'Mejor',
  'whatIf.outcome.even': 'Casi igual',
  'whatIf.ask': 'Entrenarlo (quedan {left})',
  'whatIf.shape':
    'Otros tamaños no se pueden probar aquí: solo lo dice un entrenamiento entero, y tardaría demasiado. En uno corto, el modelo más chico siempre parece el mejor.',
  'whatIf.nothing': 'Tu laboratorio no decidió nada que se pueda probar.',
  'whatIf.allAsked': 'Tu laboratorio ya hizo sus {most} preguntas.',
  'whatIf.match': 'En la partida, con lo que leyó, tu modelo adivina las letras como {guess}.',
  'whatIf.title': '¿Y si {change}?',
  'whatIf.training': 'El árbitro está entrenando. Eso tarda un rato; mientras tanto, mira lo demás.',
  'whatIf.broken': 'Un entrenamiento se vino abajo, así que no hay nada que comparar.',
  'whatIf.guessFirst': 'Alguien de tu laboratorio preguntó esto. Di qué crees antes de ver qué pasó.',
  'whatIf.sendGuess': 'Eso creo',
  'whatIf.noGuess': 'Verlo sin apostar',
  'whatIf.said': '{name} ({guess})',
  'whatIf.guesses': 'Apuestas: {guesses}',
  'whatIf.found.worse': 'Adivinaría peor.',
  'whatIf.found.better': 'Adivinaría mejor.',
  'whatIf.found.even': 'No hay una diferencia clara.',
  'whatIf.better': '← mejor',
  'whatIf.worse': 'peor →',
  'whatIf.figures': 'Como fue, adivina las letras como {asWas}; cambiado, como {changed}.',
  'whatIf.kind': 'Lo que más cambió, {kind}: de {before} a {after}.',
  'whatIf.interval':
    'Es el promedio de {runs} entrenamientos por lado. Si se cuenta el azar, el cambiado queda entre {low} y {high}.',
  'whatIf.short':
    'Cada entrenamiento tuvo 1/{parts} del cómputo de la partida: eso dice hacia dónde va. Con todo el cómputo la diferencia puede ser mayor o menor.',
  'whatIf.whole': 'Cada entrenamiento tuvo todo el cómputo de la partida.',
  'whatIf.change.without': 'nunca hubiera leído {kind}',
  'whatIf.change.even': 'hubiera leído todos sus textos en partes iguales',
  'whatIf.change.copiesOut': 'se hubieran quitado las copias cercanas',
  'whatIf.change.copiesIn': 'se hubieran dejado las copias cercanas',
  'whatIf.change.tokens': 'tuviera {count} tokens para elegir',
  'whatIf.change.size': 'su tamaño hubiera sido {size}',
  'whatIf.change.context': 'leyera {count} tokens a la vez',
  'whatIf.change.recurrent': 'hubiera sido un modelo recurrente',
  'whatIf.change.transformer': 'hubiera sido un transformer',
  'whatIf.change.bold': 'hubiera aprendido con la tasa de aprendizaje audaz',
  'whatIf.change.normal': 'hubiera aprendido con la tasa de aprendizaje normal',
  'whatIf.change.noReplay': 'no hubiera habido texto viejo entre sus lecciones',
  'whatIf.change.someReplay': 'el {share}\u00a0% de sus lecciones hubiera sido texto viejo',

  'projector.ranking': 'Posiciones',

  'room.title': 'Pregunta a la sala sobre esta partida',
  'room.readingPaid':
    '{most} leyó {mostShare}\u00a0% de {kind}; {least}, solo {leastShare}\u00a0%. Ahora {most} adivina sus letras como {mostGuess}, y {least} como {leastGuess}. ¿A qué renunció {most} por eso?',
  'room.readingFailed':
    '{most} leyó {mostShare}\u00a0% de {kind}; {least}, solo {leastShare}\u00a0%. Aun así {least} adivina sus letras como {leastGuess}, y {most} como {mostGuess}. ¿Cómo puede ser?',
  'room.truth':
    'A la sala le gustó más {liked}: ganó {wins} de 100. Pero {honest} dijo la verdad en {honestTruth} de 100 respuestas, y {liked} en {likedTruth}. ¿A cuál le preguntarías cuando importa?',
  'room.votes':
    'Los votos llevaron las respuestas amables de {lab} de {kindBefore} a {kindAfter}, y la variedad de {varietyBefore} a {varietyAfter}. ¿Quién debería decidir hasta dónde se empuja un modelo?',
  'room.size':
    '{large} tiene {largeSize} parámetros, y {small} tiene {smallSize}. En las pruebas {small} quedó adelante. ¿Por qué no ganó el más grande?',
  'room.town':
    '{busy} dio {busyGood} buenas respuestas en el pueblo, y su día terminó en {busyProfit}. {rich} dio {richGood}, y terminó en {richProfit}. ¿Qué laboratorio preferirías llevar por un año, y por qué?',
  'room.compute':
    '{lab} dejó sin gastar {share}\u00a0% de su cómputo. ¿Cuándo es sabio parar antes, y cuándo es un desperdicio?',

  'scene.debrief.twin': 'La pared del museo, por posición: {order}.',
  'scene.debrief.empty': 'La pared del museo todavía está vacía.',
  'scene.debrief.team': '{rank}. {name}, {points} puntos',
  'scene.debrief.unmeasured': 'sin medir',
  'debrief.noRepeat': '(aquí no hay nada que decidir)',
  'notes.debrief.watch':
    'Ganadores que hablan y otros que se callan: que empiece el último laboratorio. Un puntaje es un solo número para muchas decisiones.',
  'line.score': '{total} puntos',
  'line.tested': 'haciendo la prueba sellada',

  'debrief.steps': 'Qué hizo cada paso',
  'debrief.percent': '{share}\u00a0%',
  'debrief.skillEnd': '{percent} {skill}',
  'debrief.deedLessons': '{cards} tarjetas de lección',
  'debrief.deedVotes': 'Votos sobre {pairs} pares de respuestas',
  'debrief.step': '{deed}: {changes}.',
  'debrief.stepChange': '{skill} {before} → {after}\u00a0%',
  'debrief.stepNothing': '{deed}: nada de lo medido cambió mucho.',
  'debrief.skills': 'Tamaño y habilidades',
  'debrief.skillsLead':
    'Todos los laboratorios tenían el mismo cómputo. De izquierda a derecha: cuántos números tiene un modelo. ¿Ayuda el tamaño por igual a todas las habilidades?',
  'debrief.inYear': '{team}, año {year}',
  'debrief.abilityTwin': '{ability}, primero el modelo más pequeño: {labs}.',
  'debrief.abilityOf': '{team} con {parameters} números, {points} de 100',
  'debrief.skill.facts': 'datos',
  'debrief.skill.exercises': 'ejercicios',
  'debrief.skill.form': 'en forma',
  'debrief.skill.sentences': 'cuentos',
  'debrief.skill.kind': 'amables',
  'debrief.skill.truth': 'verdaderas',
};
