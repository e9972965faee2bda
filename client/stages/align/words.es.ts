/** Words of the align stage, in Spanish. */

import type { alignWords as english } from './words.ts';

export const alignWords: Record<keyof typeof english, string> = {
  'stage.align': 'Alinear',
  'projector.stage.align': 'Todos juzgan a ciegas a todos los modelos. Luego se entrena con los votos.',
  'guide.align': 'Ensayo: elige la mejor respuesta unas cuantas veces. No hace falta entrenar con ellas.',
  'why.align':
    'La gente elige cómo debe ser; los laboratorios de verdad preguntan a muchísima, y puede aprender a adular.',
  'notes.align.say':
    'Juzguen respuestas de todos los laboratorios, sin saber de quién son. Cada voto enseña. Con “Aferrarse a sus modales” en “soltar” se arruina un modelo pequeño: dejen que alguien pruebe, se puede deshacer.',
  'notes.align.ask':
    '¿Su modelo mejoró, o solo aprendió a caer bien? ¿Quién decide qué quiere decir “mejor”?',

  'align.title': '¿Qué le gusta a la gente?',
  'align.tabRate': '1 Juzgar',
  'align.tabTrain': '2 Entrenar',
  'align.tabResult': '3 Decidir',
  'align.tabTalk': 'Charla',
  'align.question.kind': '¿Cuál es más amable?',
  'align.question.true': '¿Cuál es verdad?',
  'align.hint.kind': 'Solo cuenta el tono.',
  'align.evidence': 'El mundo dice',
  'align.asked': 'Alguien preguntó',
  'align.answer': 'Respuesta {side}',
  'align.changeLast': 'Cambiar la última',
  'align.skip': 'Saltar',
  'align.sampling': 'Se está preguntando a los modelos. Sus respuestas llegan en un momento …',
  'align.allRated': 'Juzgaste todos los pares. Gracias: eso fue trabajo de verdad.',
  'align.rated': 'Juzgaste {count} de {total}. Nadie sabe qué modelo lo dijo.',
  'align.votes': '{count} {count|voto|votos} de todos los laboratorios juntos',
  'align.ownVotes': 'unos {count} sobre respuestas de tu modelo',
  'align.signal.weak': 'Con menos de {weak} votos se aprende poco.',
  'align.signal.fair': 'Esa señal no está mal; desde {good} es buena.',
  'align.signal.good': 'Esa es una buena señal.',
  'align.toTrain': 'Entrenar con votos',
  'align.short.weak': '{count} {count|voto|votos}: señal débil',
  'align.short.fair': '{count} votos: señal regular',
  'align.short.good': '{count} votos: buena señal',
  'align.trainLead':
    'De los votos aprende qué le gusta a la gente. Luego contesta muchas veces tus tarjetas, y practica sus mejores respuestas.',
  'align.reward.title': 'Lo aprendido de {votes} votos de todos',
  'align.reward.tone':
    'El modelo de recompensa adivina el {agreement}\u00a0% de los votos sobre el tono que nunca vio; al azar sería la mitad.',
  'align.reward.untested': 'Hay muy pocos votos sobre el tono para probar el modelo de recompensa.',
  'align.reward.truth':
    'De los votos sobre la verdad adivina el {agreement}\u00a0%: las palabras solas casi no dicen qué es verdad.',
  'align.reward.likes': 'Le gusta',
  'align.reward.dislikes': 'No le gusta',
  'align.reward.soFar': 'Sobre el tono hasta ahora: {history}.',
  'align.reward.then': '{agreement}\u00a0% con {votes} votos',
  'align.bestOf':
    'Sin entrenar nada: si eligiera la mejor de sus respuestas según esta recompensa, más serían amables. Una respuesta: {friendly}\u00a0% amables, {true}\u00a0% verdaderas; {figures}. Pero cada respuesta toma su tiempo.',
  'align.bestOf.each': 'la mejor de {among}: {friendly}\u00a0% y {true}\u00a0%',
  'align.method': 'Cómo aprende',
  'align.method.pairs': 'con pares',
  'align.method.reward': 'por recompensa',
  'align.methodAbout.pairs': 'Practica sus mejores respuestas y evita las peores.',
  'align.methodAbout.reward':
    'Contesta una y otra vez. Un pequeño modelo de recompensa, hecho con los votos, dice qué respuestas le gustarían más a la gente, y dice más como esas.',
  'align.klWeight': 'Quedarse cerca del modelo anterior',
  'align.klWeight.0': 'nada',
  'align.klWeight.0.5': 'un poco',
  'align.klWeight.1': 'cerca',
  'align.klWeight.2': 'muy cerca',
  'align.klWeightAbout':
    'Cada unidad de distancia del modelo anterior le cuesta {points} puntos de su recompensa.',
  'align.klWeightAbout.0':
    'Nada lo sujeta. Puede encontrar palabras que solo le gustan al modelo de recompensa, y olvidar cómo se habla. Lo puedes deshacer.',
  'align.sftWeight': 'Aferrarse a sus modales',
  'align.sftWeight.0': 'soltar',
  'align.sftWeight.0.5': 'un poco',
  'align.sftWeight.1': 'bien',
  'align.sftWeight.2': 'fuerte',
  'align.sftWeightAbout.0':
    'Sin ancla: solo aprende qué evitar. Un modelo tan pequeño puede olvidar cómo se habla. Lo puedes deshacer.',
  'align.sftWeightAbout.0.5':
    'Además de los pares practica un poco las buenas respuestas y tus viejas tarjetas.',
  'align.sftWeightAbout.1': 'Además de los pares practica las buenas respuestas y tus viejas tarjetas.',
  'align.sftWeightAbout.2': 'Además de los pares practica mucho las buenas respuestas y tus viejas tarjetas.',
  'align.pool': 'Pares de quién',
  'align.pool.own': 'solo nuestros',
  'align.pool.all': 'de todos',
  'align.poolAbout.own': 'Solo los votos sobre las respuestas de tu modelo: son menos.',
  'align.poolAbout.all': 'Los votos sobre las respuestas de todos: todos muestran qué le gusta a la gente.',
  'align.judge': 'Quién dice qué es mejor',
  'align.judge.people': 'los votos de la gente',
  'align.judge.principles': 'nuestro propio modelo',
  'align.judgeAbout.people':
    'Lo que votó el grupo. La gente ve el tono de una respuesta, y lo que dice el mundo.',
  'align.judgeAbout.principles':
    'Tu modelo juzga las respuestas él mismo, por lo que escribas. Para cada frase lee unos ejemplos, y prefiere la respuesta que se volvió más probable con ellos. Para “lo que crees” no hace falta ninguno. Los votos de la gente entonces solo lo ponen a prueba.',
  'align.principles': 'Prefiere respuestas que cumplen esto (de una a {most})',
  'align.principle.friendly': 'Habla con la gente como con amigos.',
  'align.principle.short': 'Dilo en pocas palabras.',
  'align.principle.full': 'Contesta con una frase entera.',
  'align.principle.true': 'Di lo que crees.',
  'align.verdict.judged_itself': 'Tu modelo juzgó él mismo {pairs} pares de respuestas, y aprendió de eso.',
  'align.principleKept':
    '“{principle}” Antes lo cumplía el {before}\u00a0% de sus respuestas, ahora el {after}\u00a0%.',
  'align.people':
    'En {agreed} de {pairs} pares que también juzgó la gente, prefirió lo mismo que ella. Al azar sería la mitad.',
  'align.people.none': 'Ningún par fue juzgado también por gente, así que nada dice si estaría de acuerdo.',
  'align.attempt.judgedItself': '{how}; juzgado por sí mismo',
  'align.train': 'Entrenar con los votos',
  'align.trainItself': 'Entrenar con lo que juzga',
  'align.skipStage': 'Dejarlo como está',
  'align.gate':
    'Solo {share}\u00a0% de las respuestas de tu modelo tienen buena forma. Con menos de {gate}\u00a0% esto casi siempre empeora las cosas: primero los modales.',
  'align.gateUntuned': 'Tu modelo nunca se afinó, así que apenas contesta. Alinear no le va a ayudar.',
  'align.laying':
    'Un modelo pequeño aprende de los votos qué le gusta a la gente. Luego el tuyo contesta muchas veces sus tarjetas, para practicar …',
  'align.training': 'Tu modelo está aprendiendo de {count} {count|par|pares}.',
  'align.scoring': 'El árbitro le hace preguntas …',
  'align.noResult': 'Todavía no se entrenó nada. Juzga algunos pares, y luego entrena con los votos.',
  'align.friendlyAlready':
    'Ya es amable: {share}\u00a0% de sus respuestas lo son. Los votos pueden sumar poco.',
  'align.verdict.risen':
    'Subió lo que la gente votó: {before}\u00a0% de sus respuestas eran amables, y ahora lo son {after}\u00a0%.',
  'align.verdict.let_go': 'Se vino abajo, porque nada lo sujetaba a sus modales.',
  'align.verdict.hacked':
    'Engañó al modelo de recompensa: a este le gusta más la respuesta nueva en el {wins}\u00a0% de las preguntas. Según la regla solo el {after}\u00a0% son amables, y la mayoría ya no son respuestas.',
  'align.attempts': 'Tus intentos y lo que costaron',
  'align.attempt.pairs': 'Con pares, sujeto {hold}',
  'align.attempt.reward': 'Por recompensa, cerca del modelo anterior: {hold}',
  'align.attemptGain': '{friendly}\u00a0% amables, {true}\u00a0% verdaderas, {form}\u00a0% con buena forma.',
  'align.attemptPrice':
    'El precio: el {variety}\u00a0% de sus respuestas son distintas. Se movió {moved}, su sorpresa ante otros textos cambió en {bits}, y tardó {seconds}\u00a0s.',
  'align.overdone': '¿Se puede confiar en la recompensa?',
  'align.overdone.proxy': 'al modelo de recompensa le gusta más',
  'align.overdone.rule': 'amables según la regla',
  'align.overdone.x':
    'De izquierda a derecha: cuánto se movió desde el modelo anterior, de 0 a {most}. Líneas en 0, 50 y 100\u00a0%.',
  'align.overdone.twin':
    'Se movió {moved}: al modelo de recompensa le gusta más el {proxy}\u00a0%, y el {rule}\u00a0% son amables según la regla.',
  'align.verdict.few_votes':
    'No pudo aprender qué le gusta a la gente: solo {votes} de los pares juzgados trataban del tono, y necesita {least}.',
  'align.verdict.votes_disagree':
    'Los votos no coinciden: con la mayoría de ellos se adivina apenas {agreement}\u00a0% de los demás, poco más que al azar.',
  'align.verdict.friendly_before':
    'Ya era amable antes: {before}\u00a0% de sus respuestas lo eran, así que había poco que ganar.',
  'align.verdict.out_of_form':
    'Primero los modales: antes solo {form}\u00a0% de sus respuestas tenían buena forma, y con menos de {gate}\u00a0% los votos ayudan poco.',
  'align.verdict.no_pairs':
    'Casi no conoce respuestas amables: solo en {practised} de {asked} tarjetas encontró una buena que también fuera amable.',
  'align.verdict.chance':
    'De {before}\u00a0% a {after}\u00a0% amables: con tan pocas preguntas, menos de {rise} puntos puede ser azar.',
  'align.judgeLead': '¿Está mejor ahora? Mira antes de decidir.',
  'align.before': 'antes',
  'align.after': 'después',
  'align.score.kindShare': 'amables',
  'align.score.trueShare': 'verdad',
  'align.score.inFormShare': 'buena forma',
  'align.score.variety': 'variedad',
  'align.scoreTwin': '{name}: {before}\u00a0% antes, {after}\u00a0% después',
  'curious.moved': 'Se alejó {nats} nats por respuesta del modelo que era.',
  'align.broken':
    'La mayoría de las respuestas ya no son respuestas. Eso pasa sin nada que lo sujete: deshazlo, o inténtalo de nuevo.',
  'align.keep': 'Conservarlo',
  'align.undo': 'Deshacerlo',
  'align.again': 'Intentar otra vez',
  'align.decideAria': 'Qué hacer con el modelo alineado',
  'align.kept': 'Tu laboratorio sigue con el modelo alineado.',
  'align.undone': 'Tu laboratorio vuelve al modelo de antes.',
  'align.unchanged': 'Tu laboratorio deja su modelo como está.',

  'plan.align.train': 'Entrenar con los votos: {pool}; modales: {hold}',
  'plan.align.reward': 'Aprender por recompensa, con los votos de {pool}. Cerca del modelo anterior: {hold}',
  'plan.align.principles':
    'Nuestro propio modelo juzga respuestas de {pool}: {principles} Aprende {how}, sujeción: {hold}',
  'plan.align.keep': 'Conservar el modelo como está ahora',
  'plan.align.undo': 'Volver al modelo de antes de alinear',

  'projector.votes': '{votes} {votes|voto|votos} sobre {pairs} pares',

  'scene.align.twin':
    'La galería: {votes} {votes|pulgar|pulgares} en el platillo, que se llena con {good}.{busy}{change}{form}{pair}',
  'scene.align.busy': ' El modelo se está entrenando con ellos.',
  'scene.align.changed': ' Las respuestas amables pasaron de {before} a {after}.',
  'scene.align.inForm': ' {share} tienen buena forma.',
  'scene.align.pair': ' En los pedestales: A, “{a}”; B, “{b}”.',
  'scene.align.votes': '{votes} {votes|voto|votos}',
  'scene.align.friendly': 'amables {before} → {after}',
  'scene.align.form': 'buena forma {share}',
  'scene.align.good': 'una buena señal',
  'scene.align.wanted': 'con {good} hay buena señal',
  'repeat.align': 'todos los votos y lo que se entrenó con ellos. Los modelos de antes quedan.',
  'notes.align.watch':
    'Votar sin leer. Una parte con buena forma que baja después de entrenar: el laboratorio lo puede deshacer.',
  'line.votes': '{count} {count|voto emitido|votos emitidos}',
  'line.sortsVotes': 'ordenando los votos',
  'line.friendly': 'amables {before}\u00a0% → {after}\u00a0%, buena forma {form}\u00a0%',
};
