/** Words of pretraining, in Spanish. */

import type { pretrainWords as english } from './words.ts';

export const pretrainWords: Record<keyof typeof english, string> = {
  'stage.pretrain': 'Preentrenar',
  'projector.stage.pretrain': 'Los modelos leen. Trabaja cada aparato de esta sala.',
  'why.pretrain':
    'Aquí aprende todo lo que va a saber; en los laboratorios de verdad esto lleva meses y muchísimo dinero.',
  'guide.pretrain': 'Ensayo: mira cómo baja la línea, y cómo las letras se vuelven palabras.',
  'notes.pretrain.say':
    'La línea gruesa es la sorpresa con texto con el que nadie entrenó. Miren las muestras: primero letras, luego palabras, luego frases. Mientras tanto, jueguen a adivinar.',
  'notes.pretrain.ask':
    '¿Cuándo dijo su modelo la primera palabra de verdad? ¿Sigue mejorando, o la curva está plana?',

  'pretrain.title': 'Déjalo leer',
  'pretrain.preparing': 'El servidor está cortando tu texto en tokens. Unos segundos …',
  'pretrain.lead': 'Tu modelo adivina la próxima palabra, una y otra vez, y cada vez se le corrige.',
  'pretrain.done': 'El entrenamiento terminó.',
  'pretrain.stoppedEarly': 'Se detuvo antes, como decidió tu laboratorio.',
  'pretrain.surpriseNow': 'Su sorpresa: adivina cada letra como {guess}.',
  'pretrain.mostly': 'La mayor parte viene de: {kind}.',
  'pretrain.hardest': 'Lo más difícil para él: {kind}.',
  'pretrain.surpriseStart': 'Sin entrenar, era {guess}.',
  'pretrain.surpriseGoingOn': 'Como llegó del año pasado, era {guess}.',
  'pretrain.tabWatch': 'Mirar',
  'pretrain.tabGame': 'Adivinar',
  'pretrain.tabTalk': 'Charla',
  'pretrain.chartY': 'sorpresa: adivina como 1 entre …; menos es mejor',
  'pretrain.chartX': 'tokens leídos; cada marca es un múltiplo de la anterior',
  'pretrain.heldOut': 'reservado',
  'pretrain.train': 'entrenando',
  'pretrain.trigram': 'modelo que cuenta',
  'pretrain.twin':
    'Después de {tokens} tokens adivina letras de texto reservado como {now}; empezó en {start}. Un modelo sencillo que cuenta llega a {trigram}. {others}',
  'pretrain.twinOther': '{team}: {guess}.',
  'pretrain.twinNothing': 'Todavía no hay medición.',
  'pretrain.film': '“{prompt} …” mientras aprendía',
  'pretrain.filmTokens': '{tokens}',
  'pretrain.filmUntrained': 'sin entrenar',
  'pretrain.progress': '{used} de {total} tokens',
  'pretrain.eta': 'faltan {time}',
  'pretrain.stop': 'Parar antes',
  'pretrain.stopSure': '¿De verdad? Leyó {share}\u00a0% de su texto. Lo que falta se pierde.',
  'pretrain.stopYes': 'Sí, parar aquí',
  'pretrain.stopNo': 'Seguir leyendo',
  'pretrain.takeBack': 'Mejor seguir leyendo ({seconds})',
  'pretrain.stopVote': 'Quieres parar. {count} de {needed} voces.',
  'pretrain.gameTitle': 'Juega a ser el modelo',
  'pretrain.gameLead': 'Esto es todo lo que hace el día entero: elegir la próxima palabra.',
  'pretrain.gameLoading': 'Trayendo una página de tus datos …',
  'pretrain.gameNone': 'Todavía no hay página con que adivinar.',
  'pretrain.gameRight': 'Acertaste. De verdad decía “{word}”.',
  'pretrain.gameWrong': 'Decía “{word}”.',
  'pretrain.gameNext': 'Otra más',
  'pretrain.gameScore': '{right} de {asked} bien',
  'pretrain.gameMeaning':
    'Adivinando a ciegas aciertas 1 de cada {choices}. Donde tú estabas seguro, también puede estarlo un modelo: eso es poca sorpresa.',
  'pretrain.gameFrom': 'de {kind}',

  'plan.pretrain': 'Parar de entrenar ahora',

  'pretrain.tabSteer': 'Guiar',
  'pretrain.steerLead': 'Cualquiera puede proponer; tu laboratorio acepta.',
  'pretrain.rateLegend': 'Tasa de aprendizaje desde ahora',
  'pretrain.rate.0.5': 'La mitad',
  'pretrain.rate.1': 'Como se planeó',
  'pretrain.rate.2': 'El doble',
  'pretrain.rateNow': 'Ahora es: {rate}.',
  'pretrain.propose': 'Proponer',
  'pretrain.back': 'Volver a {tokens} tokens',
  'pretrain.backPropose': 'Proponer volver a {tokens} tokens',
  'pretrain.backAbout':
    'Volver toma los pesos de ese punto de control. Lo que se leyó desde entonces queda pagado, como en un laboratorio de verdad.',
  'pretrain.filmSlider': 'Punto de control',
  'pretrain.filmAt': 'después de {tokens} tokens',
  'pretrain.filmBits': 'adivina como {guess}',
  'pretrain.filmShort': '{when}: {guess}',
  'pretrain.filmPlace': '{at} de {count}',
  'pretrain.filmPrompt': 'Comienzo',
  'pretrain.filmEmpty': 'La película empieza cuando se mide el modelo por primera vez.',
  'pretrain.hintsTitle': 'Lo que dice la curva',

  'hint.spike':
    'Un pico: la sorpresa al entrenar saltó {share}\u00a0%. A menudo se calma sola. Si no, baja la tasa de aprendizaje a la mitad o vuelve a un punto de control.',
  'hint.by-heart':
    'Está aprendiendo de memoria: la sorpresa al entrenar sigue bajando, la del texto reservado sube desde los {tokens} tokens. Para antes, o vuelve al punto de control anterior.',
  'hint.unread': 'Está empeorando en {kind}, que tu laboratorio nunca lee. Todo lo que sí lees va bien.',
  'hint.stall':
    'Se estancó: solo {share}\u00a0% mejor desde los {tokens} tokens. La tasa baja más adelante, y eso suele ayudar. Puedes cambiar la tasa, o parar y ahorrar el tiempo.',

  'plan.pretrain.back': 'Volver al punto de control tras {tokens} tokens, cuando adivinaba como {guess}',
  'plan.pretrain.backUnknown': 'Volver a un punto de control anterior',
  'plan.pretrain.rate': 'Tasa de aprendizaje: {rate}',

  'scene.pretrain.training':
    'La sala de máquinas: {devices} {devices|aparato entrenando|aparatos entrenando}, {used} de {total} tokens usados, {loss}. {said}',
  'scene.pretrain.resting':
    'La sala de máquinas: {devices} {devices|aparato descansando|aparatos descansando}, {used} de {total} tokens usados, {loss}. {said}',
  'scene.pretrain.loss': 'adivina letras de texto reservado como {guess}',
  'scene.pretrain.bits': 'adivina como {guess}',
  'scene.pretrain.unmeasured': 'sin medir',
  'scene.pretrain.silent': 'Todavía no dijo nada.',
  'scene.pretrain.said': 'Última muestra: "{sample}"',
  'repeat.pretrain':
    'todo lo entrenado y sus curvas. El entrenamiento empieza de nuevo con los mismos pesos.',
  'notes.pretrain.watch':
    'Pantallas oscuras: una página escondida no entrena. Curvas que suben mientras sigue el entrenamiento: ese laboratorio no lee algún tipo de texto con que se prueba a todos, y su modelo empeora en él. La palabra junto a su cifra dice cuál.',
  'line.preparing': 'preparando el texto',
  'line.parameters': '{parameters} parámetros',
};
