/** The field's own words, each with what it means, in Spanish. */

import type { terms as english } from './terms.ts';

export const terms: Record<keyof typeof english, string> = {
  'term.surprise': 'sorpresa',
  'term.surprise.about':
    'Cuánto sorprende al modelo la letra que sigue. “1 entre 5” quiere decir: lo hace tan mal como quien elige a ciegas entre cinco letras; “1 entre 1” sería ninguna sorpresa. Los investigadores la llaman pérdida (loss) y la miden en bits por byte: 1 entre 2 es un bit, 1 entre 4 dos, 1 entre 8 tres.',
  'term.bitsPerByte': 'bits por byte',
  'term.bitsPerByte.about':
    'La sorpresa, contada: cuántas preguntas de sí o no tendría que hacer todavía el modelo para adivinar cada byte (letra) de un texto. Menos es mejor. Contar por byte permite comparar modelos con vocabularios distintos.',
  'term.heldOut': 'texto reservado',
  'term.heldOut.about':
    'Texto con el que ningún laboratorio entrenó nunca, el mismo para todos. Solo ahí se ve si un modelo aprendió, y no solo memorizó.',
  'term.epoch': 'época',
  'term.epoch.about':
    'Una pasada por un conjunto de datos. Con 3 épocas el modelo lee cada página tres veces. Unas pocas pasadas ayudan; muchas hacen que se aprenda las páginas de memoria.',
  'term.token': 'token',
  'term.token.about':
    'El pedazo de texto que un modelo lee de una vez: una letra, una parte de una palabra, o una palabra. Tu vocabulario decide cómo se corta el texto.',
  'term.vocabulary': 'vocabulario',
  'term.vocabulary.about':
    'La lista de pedazos que conoce tu modelo. Uno más grande corta el texto en menos tokens, así que el modelo lee más lejos, pero ve cada pedazo menos veces. Se hace con codificación por pares de bytes (BPE).',
  'term.mixture': 'mezcla',
  'term.mixture.about': 'Qué parte de todo lo que lee el modelo sale de cada conjunto de datos.',
  'term.parameters': 'parámetros',
  'term.parameters.about':
    'Los números dentro del modelo que cambian al entrenar. Más números guardan más, pero cada uno cuesta cómputo por cada token. Los modelos más grandes tienen cientos de miles de millones.',
  'term.context': 'contexto',
  'term.context.about': 'Cuántos tokens hacia atrás puede mirar el modelo. Lo que queda más lejos se olvida.',
  'term.compute': 'cómputo',
  'term.compute.about':
    'Los cálculos que te puedes permitir, en FLOP (sumas y productos). Entrenar cuesta unos 6 FLOP por cada parámetro y cada token: esa es la regla 6ND.',
  'term.pretraining': 'preentrenamiento',
  'term.pretraining.about':
    'Aprender a predecir el próximo token de texto corriente. Ahí se va casi todo el cómputo.',
  'term.fineTuning': 'ajuste fino',
  'term.fineTuning.about':
    'Entrenar un poco más con ejemplos de cómo contestar. El modelo conserva lo que sabe y cambia su forma de hablar.',
  'term.replay': 'repaso',
  'term.replay.about':
    'Volver a mezclar lectura vieja en las lecciones. Sin ella, un modelo olvida lo que sabía: eso es el olvido catastrófico.',
  'term.probe': 'ensayo',
  'term.probe.about':
    'Un entrenamiento pequeño de verdad, que se hace antes para ver qué daría uno grande. Tu aparato lo entrena con el texto de tu laboratorio; el árbitro mide los pesos con texto reservado. No le quita nada al presupuesto del grande. Los laboratorios de verdad gastan un pequeño porcentaje de su cómputo en pruebas así.',
  'term.scalingLaw': 'ley de escala',
  'term.scalingLaw.about':
    'La línea que pasa por el mejor ensayo de cada cómputo. Diez veces más cómputo quita cada vez la misma parte de la sorpresa, hasta un piso que ningún modelo atraviesa. Se ajusta como piso + escala × cómputo^−exponente; los laboratorios de verdad planean con ella sus entrenamientos más grandes.',
  'term.band': 'banda',
  'term.band.about':
    'La zona gris: en ella está cada línea que encaja más o menos igual de bien con los ensayos. Es ancha con pocos ensayos, y más ancha cuanto más lejos miras. La verdad debería estar adentro 19 de cada 20 veces, si la ley se mantiene.',
  'term.learningRate': 'tasa de aprendizaje',
  'term.learningRate.about':
    'Cuánto se mueven los parámetros después de cada intento. Demasiado baja, y el entrenamiento se acaba antes de que el modelo aprenda; demasiado alta, y salta por encima de lo que busca, lo que ves como picos. Empieza con un calentamiento corto y baja hacia el final. Los laboratorios de verdad la encuentran con ensayos pequeños.',
  'term.checkpoint': 'punto de control',
  'term.checkpoint.about':
    'Todos los parámetros del modelo, guardados en un momento. El árbitro mide el modelo cada pocas rondas, y el servidor guarda algunos de los pesos que midió: los mejores, los más nuevos y unos pocos del medio. Los laboratorios de verdad guardan uno cada pocas horas, y vuelven a él cuando el entrenamiento sale mal.',
  'term.trigram': 'trigrama',
  'term.trigram.about':
    'Un modelo sencillo que cuenta: solo mira los dos últimos tokens y cuenta qué solía seguir. Es una buena vara: si no puedes ganarle, tu modelo no aprendió mucho.',
  'term.demonstration': 'demostración',
  'term.demonstration.about':
    'Una tarjeta con una pregunta y la respuesta que te gustaría. El modelo la imita.',
  'term.sealedTest': 'prueba sellada',
  'term.sealedTest.about':
    'Texto y preguntas que nadie pudo ver durante la partida, guardados por el servidor. De ahí salen los puntajes finales.',
  'term.earlyStopping': 'parada temprana',
  'term.earlyStopping.about':
    'Terminar de entrenar cuando la sorpresa con texto reservado deja de bajar. Ahorra tiempo, y puede evitar que se aprenda de memoria.',
  'term.sampling': 'muestreo',
  'term.sampling.about':
    'El modelo le da una probabilidad a cada token, y sacamos uno al azar, una y otra vez. Por eso la misma frase puede terminar distinto.',
  'term.preference': 'preferencia',
  'term.preference.about':
    'Un voto de que una respuesta es mejor que otra. A los modelos grandes los moldean cientos de miles de votos; eso se llama aprender de la opinión humana.',
  'term.dpo': 'DPO',
  'term.dpo.about':
    'Optimización directa de preferencias: entrenar directamente con pares, de modo que la respuesta preferida se vuelva más probable que la otra. También lo usan los laboratorios de verdad.',
  'term.aiFeedback': 'retroalimentación de IA',
  'term.aiFeedback.about':
    'Un modelo, y no la gente, dice qué respuestas son mejores, según reglas que escribió gente. Los laboratorios de verdad lo hacen, porque un modelo juzga un millón de respuestas en lo que tarda una persona; también puede entender mal una regla un millón de veces.',
  'term.policyGradient': 'gradiente de política',
  'term.policyGradient.about':
    'El modelo prueba varias respuestas a una pregunta. Las que reciben más recompensa que las otras se vuelven más probables. Los laboratorios de verdad entrenan así modelos de chat y modelos que “razonan”.',
  'term.rewardHacking': 'trampa a la recompensa',
  'term.rewardHacking.about':
    'Encontrar lo que le gusta al modelo de recompensa en lugar de lo que le gusta a la gente. Cuanto más se entrena un modelo contra un modelo de recompensa, menos se puede confiar en este. También les pasa a los laboratorios de verdad.',
  'term.anchor': 'ancla',
  'term.anchor.about':
    'Practicar al mismo tiempo, como simples ejemplos, las respuestas preferidas y las viejas tarjetas de la lección. Así siguen siendo probables. Los modelos grandes la necesitan menos; uno tan pequeño no puede vivir sin ella.',
  'term.kl': 'divergencia KL',
  'term.kl.about':
    'Qué tan lejos están las costumbres de un modelo de las de otro, en nats. Cero quiere decir las mismas costumbres. Los laboratorios la miran para ver si un modelo se les escapa.',
  'term.variety': 'variedad',
  'term.variety.about':
    'Cuántas de sus respuestas son distintas entre sí. Casi todas las formas de alinear hacen que un modelo diga menos cosas distintas.',
  'term.bradleyTerry': 'puntaje',
  'term.bradleyTerry.about':
    'A partir de quién le ganó a quién, el modelo de Bradley-Terry calcula una fuerza para cada participante, como los puntajes del ajedrez. La regla muestra cuánto podría moverse la cifra si la gente hubiera visto otros pares.',
  'term.federated': 'federado',
  'term.federated.about':
    'Entrenar de modo que el texto se quede en cada aparato, y solo se junten los cambios del modelo. Puede que el teclado de tu teléfono aprenda así. Repartir las páginas compradas del laboratorio no es federado: esas páginas las tiene el servidor.',
  'term.epsilon': 'épsilon',
  'term.epsilon.about':
    'Cuánto podría aprender de ti un mirón, alguna vez, por lo que enviaste. Imagina dos mundos, uno con tu texto y otro sin él. Épsilon dice qué tan distinto puede verse lo que sale de cada uno: 0 es ninguna diferencia, así que nadie puede saber. Cada cambio le suma y nada le quita. Menos de 1 es fuerte, hasta 10 es común en la práctica, y en los miles no significa nada. Delta es la probabilidad de que la promesa falle. Los laboratorios de verdad esconden a cada persona entre millones, así que basta un poco de ruido en cada una; un laboratorio de cuatro no tiene multitud donde esconderse.',
  'term.clipping': 'acortado',
  'term.clipping.about':
    'Un cambio que lleva tu texto se reduce a un largo fijo antes de sumarle ruido. Así ningún texto puede arrastrar mucho al modelo, y se sabe que el ruido alcanza para todos.',
  'term.sealedBid': 'oferta sellada',
  'term.sealedBid.about':
    'Cada laboratorio escribe un número y nadie ve los de los otros hasta que todos se abren a la vez. El más alto paga lo que escribió (una subasta de primer precio), así que el truco es ofrecer lo que vale para ti, y un poco menos. Las ofertas se abren cuando cada laboratorio ofreció o pasó, o cuando se acaba el reloj junto al título. Entre ofertas iguales decide el azar, así que ser rápido no gana nada. También los laboratorios de verdad pagan a editoriales y archivos por texto que ningún rival puede tener.',
  'term.tokenBench': 'pedazos',
  'term.tokenBench.about':
    'Los tokens en que un vocabulario corta el texto. Tu navegador acaba de aprender los tres vocabularios de la misma parte de tus páginas que usará el servidor, sin las páginas reservadas. Mientras tu plan siga como está, son los mismos que puede recibir tu modelo. Los promedios son de hasta 2,000 de sus frases. Los laboratorios grandes usan de 30,000 a 250,000 pedazos, y ahí también los nombres raros, los idiomas raros y los números largos se hacen pedacitos: cuestan más y se aprenden peor.',
  'term.ownHeldOut': 'texto propio reservado',
  'term.ownHeldOut.about':
    'Páginas tuyas que se apartan después de limpiar y con las que nunca se entrena; las copias exactas de una página van al mismo lado. El árbitro mide la sorpresa de tu modelo con hasta 6,000 letras de ellas, además del texto que es igual para todos los laboratorios. Las tuyas son de los tipos que elegiste, así que son más fáciles para tu modelo, y se filtran más fácil. Los laboratorios de verdad reservan mucho menos de 2\u00a0% de su texto, porque tienen muchísimo.',
  'term.leak': 'filtración',
  'term.leak.about':
    'Una página de prueba que también está en el texto de entrenamiento, o casi: entonces un modelo puede recitarla, y parece más listo de lo que es. Tu navegador limpia y separa tus páginas igual que el servidor, y compara sus firmas MinHash: 70\u00a0% de parecido o más cuenta como casi copia. Los laboratorios de verdad buscan así exámenes conocidos en su texto, y aun así encuentran filtraciones después de publicar (contaminación).',
  'term.wordFrequency': 'frecuencia de palabras',
  'term.wordFrequency.about':
    'Cuántas veces aparece cada palabra. Tu navegador contó cada página de este conjunto de datos. Unas pocas palabritas son gran parte de cualquier texto, y las siguientes vienen cada vez menos: esa es la ley de Zipf. En los libros, más o menos la mitad de las palabras distintas aparece una sola vez; este mundo pequeño tiene menos palabras que eso. Los laboratorios de verdad miran listas así para encontrar basura y páginas rotas.',
  'term.classifier': 'clasificador',
  'term.classifier.about':
    'Un programa pequeño que aprendió de las etiquetas de tu laboratorio a distinguir páginas para conservar de páginas para descartar. Este suma pesos de palabras, pares de palabras, letras y el aspecto de una página (regresión logística). Se entrena en tu navegador en un momento; el servidor entrena el suyo con las mismas etiquetas, y solo ese cuenta. Los laboratorios de verdad etiquetan unos miles de páginas y dejan que un clasificador así ordene miles de millones.',
  'term.precision': 'precisión',
  'term.precision.about':
    'De las páginas que quedan, la parte que tu laboratorio conservaría. Se mide con tus etiquetas: cada quinto lo juzga un clasificador que aprendió de los otros cuatro quintos. Una vara más alta sube la precisión y cuesta cobertura. Los laboratorios de verdad la miden igual, con páginas que juzgó la gente.',
  'term.recall': 'cobertura',
  'term.recall.about':
    'De las páginas que tu laboratorio conservaría, la parte que queda. Se mide junto con la precisión, con etiquetas que el clasificador no vio en ese momento. Los filtros demasiado estrictos pierden lo curioso y lo raro, y el modelo se vuelve aburrido.',
  'term.activeLearning': 'aprendizaje activo',
  'term.activeLearning.about':
    'Etiquetar primero lo que más duda el clasificador: una etiqueta así le enseña más. Una página de cada cuatro se saca al azar, porque un clasificador puede estar seguro y equivocado.',
  'term.nearCopy': 'casi copia',
  'term.nearCopy.about':
    'Una página que comparte con otra anterior la mayoría de sus tiras de tres palabras. El parecido de dos páginas es la parte de tiras que tienen en común, calculada con 128 huellas de cada una (MinHash), para no tener que comparar cada página con todas las demás. Los laboratorios de verdad tiran así un tercio de la web y más; los modelos que leen copias las recitan.',
  'term.leakCheck': 'control de filtraciones',
  'term.leakCheck.about':
    'Si hay páginas de la prueba en lo que aprende el modelo. El árbitro compara las huellas de todas tus páginas con las de su texto reservado y sellado: copias, y páginas que comparten 70\u00a0% de sus tiras de tres palabras. Un modelo que leyó la prueba saca un puntaje demasiado bueno. Los laboratorios de verdad lo revisan antes de publicar un puntaje, y a menudo encuentran algo.',
  'term.scrubbing': 'tapar secretos',
  'term.scrubbing.about':
    'Tapar con reglas lo que parece un secreto: códigos, números, lo que sigue a “the code is”, dónde se esconde algo. Las reglas no ven lo que se dice con otras palabras, y tapan lo que solo se parece. El árbitro cuenta las dos cosas, porque conoce los secretos de verdad. Los laboratorios de verdad limpian así direcciones, teléfonos y claves, y nunca los encuentran todos.',
};
