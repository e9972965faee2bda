/** The cards of the numbers on the data, scale and pretrain screens, in Spanish. */

import type { numbers as english } from './numbers.ts';

export const numbers: Record<keyof typeof english, string> = {
  'numbers.title': '¿Qué significan estos números?',
  'numbers.what': '¿Qué es esto?',
  'numbers.how': '¿Cómo se midió?',
  'numbers.labs': '¿Qué hacen los laboratorios de verdad?',

  'number.coins': 'monedas',
  'number.coins.what':
    'Lo que tu laboratorio puede gastar en texto. El primer año todos los laboratorios tienen lo mismo.',
  'number.coins.how':
    'A lo que tiene tu laboratorio se le restan los precios de lo que elegiste, y tu oferta si ganó. El servidor vuelve a contar antes de aceptar.',
  'number.coins.labs':
    'También pagan por el texto: por licencias, por gente que escribe y revisa, y por máquinas que lo juntan.',

  'number.pages': 'páginas y bytes',
  'number.pages.what':
    'Cuánto texto hay. Un byte es una letra; 1 kB son mil, más o menos media página de un libro.',
  'number.pages.how':
    'Lo contó el servidor cuando escribió el mercado de esta partida. El número de una página es su lugar en el conjunto de datos.',
  'number.pages.labs':
    'Trabajan con miles de miles de millones de palabras, y las cuentan en tokens, no en bytes.',

  'number.tokens': 'tokens',
  'number.tokens.what':
    'Pedazos de texto que lee el modelo. La misma página tiene más con un vocabulario pequeño.',
  'number.tokens.how':
    'Antes de entrenar: el cómputo de tu laboratorio, dividido por lo que cuesta un token en un modelo de este tamaño. Al entrenar: lo que de verdad leyeron los aparatos de tu laboratorio.',
  'number.tokens.labs':
    'Los modelos grandes leen diez billones de tokens y más: diez millones de veces lo que lee el tuyo.',

  'number.share': 'parte de la lectura',
  'number.share.what': 'Cuánto de todo lo que lee el modelo sale de un conjunto de datos.',
  'number.share.how': 'Tu control, dividido por todos los controles juntos.',
  'number.share.labs':
    'Prueban muchas mezclas con modelos pequeños, y guardan la mejor para el entrenamiento grande.',

  'number.epochs': 'veces leído',
  'number.epochs.what': 'Cuántas veces vuelve el modelo a la misma página. Una pasada es una época.',
  'number.epochs.how':
    'Los tokens que se leerán de un conjunto de datos, divididos por los tokens que tiene tu parte después de limpiar.',
  'number.epochs.labs':
    'La mayoría del texto la leen una vez, y lo mejor hasta unas cuatro veces. Después de eso, el texto nuevo ayuda mucho más.',

  'number.lot': 'ofertas selladas',
  'number.lot.what': 'El tamaño del archivo, y cuántos laboratorios ya ofrecieron o pasaron.',
  'number.lot.how':
    'El servidor se guarda todas las ofertas, las cuenta para todos, y las abre al mismo tiempo.',
  'number.lot.labs':
    'Ofrecen dinero por periódicos, libros y foros, a menudo por texto que ningún rival puede usar.',

  'number.hits': 'aciertos',
  'number.hits.what': 'Cuántas veces dice el conjunto de datos lo que escribiste, y en cuántas páginas.',
  'number.hits.how':
    'Tu navegador revisó cada página, con mayúsculas y minúsculas por igual, y también dentro de palabras más largas.',
  'number.hits.labs': 'Construyen buscadores así sobre su texto, para ver de dónde sacó algo un modelo.',

  'number.words': 'cuenta de palabras',
  'number.words.what': 'Cuántas palabras hay, cuántas distintas, y cuántas veces viene cada una.',
  'number.words.how': 'Tu navegador contó cada palabra de cada página. Las mayúsculas no importan.',
  'number.words.labs':
    'Lo primero que miran son listas así: las palabras de la basura y de las páginas rotas saltan a la vista.',

  'number.copies': 'casi copias',
  'number.copies.what': 'Cuántas páginas son casi iguales a otra anterior, y cuánto se parecen dos páginas.',
  'number.copies.how':
    'Cada página se corta en tiras de tres palabras. MinHash calcula qué parte de esas tiras comparten dos páginas, con un error de unos 4 puntos en 100.',
  'number.copies.labs':
    'Usan el mismo método con miles de millones de páginas. Las copias hacen que un modelo recite, y malgastan cómputo.',

  'number.labels': 'etiquetas',
  'number.labels.what': 'Páginas que tu laboratorio separó entre conservar y descartar.',
  'number.labels.how': 'Cada página que deslizas cuenta una vez. Donde no coinciden, cuenta la mayoría.',
  'number.labels.labs':
    'Pagan a gente, o le piden a un modelo grande, que juzgue unos miles de páginas, y dejan el resto a un clasificador.',

  'number.certainty': 'qué tan seguro está el clasificador',
  'number.certainty.what':
    'Qué tan probable le parece que tu laboratorio conserve una página. 50\u00a0% quiere decir que no sabe.',
  'number.certainty.how':
    'Para cada página se suman pesos de palabras, pares de palabras, letras y aspecto, aprendidos de tus etiquetas.',
  'number.certainty.labs': 'Ponen la vara de modo que pase una décima parte de la web, o menos.',

  'number.quality': 'precisión y cobertura',
  'number.quality.what':
    'Qué tan bueno es el filtro con esta vara: qué parte de lo que queda es buena, y qué parte de lo bueno queda.',
  'number.quality.how':
    'Con tus propias etiquetas: cada quinto lo juzga un clasificador que aprendió de los otros cuatro quintos.',
  'number.quality.labs':
    'Miden los mismos dos números, y al final entrenan un modelo pequeño con lo que queda.',

  'number.secrets': 'secretos encontrados',
  'number.secrets.what': 'Cuántos lugares parecen un código, un número o un escondite.',
  'number.secrets.how':
    'Unas reglas buscan cifras, códigos y giros en cada página que compraste. Se les escapan algunos, y el árbitro dice después cuántos.',
  'number.secrets.labs':
    'Tapan direcciones, teléfonos y claves con reglas y con modelos, y prueban lo que todavía se escapa.',

  'number.cleaned': 'lo que queda',
  'number.cleaned.what':
    'Cuánto de tu texto queda después de todas las herramientas de limpieza, y qué tan lejos llegó una.',
  'number.cleaned.how':
    'Tu navegador usa el mismo código del servidor con las mismas páginas. La cuenta que vale es la del servidor.',
  'number.cleaned.labs': 'De la web en bruto conservan a menudo menos de una página de cada diez.',

  'number.pieces': 'pedazos',
  'number.pieces.what': 'En cuántos tokens se corta un texto, y qué largo tienen los tokens en promedio.',
  'number.pieces.how':
    'Tu navegador aprendió los vocabularios de 400 kB de lo que entrena tu mezcla, como hará el servidor, y cortó hasta 2,000 de sus frases.',
  'number.pieces.labs':
    'Sus vocabularios tienen de 30,000 a 250,000 pedazos. También miden letras por token, en cada idioma.',

  'number.heldOut': 'reservado',
  'number.heldOut.what': 'La parte de tus propias páginas que tu modelo nunca lee, y su sorpresa con ellas.',
  'number.heldOut.how':
    'Después de limpiar, un hash de cada página decide de qué lado va. Luego el árbitro mide hasta 6,000 letras de lo reservado.',
  'number.heldOut.labs':
    'Siempre reservan texto, una parte diminuta del total, y nunca lo miran mientras deciden.',

  'number.leak': 'páginas filtradas',
  'number.leak.what':
    'Páginas reservadas que aparecen otra vez, casi palabra por palabra, en lo que se entrena.',
  'number.leak.how':
    'Tu navegador limpia y separa tus páginas como hará el servidor, y las compara con MinHash desde 70\u00a0% de parecido.',
  'number.leak.labs': 'Buscan en su texto las preguntas de los exámenes públicos, y sacan lo que coincide.',

  'number.bits': 'bits por byte',
  'number.bits.what':
    'La sorpresa de un modelo con texto que nunca leyó: cuántas preguntas de sí o no le faltarían por cada letra. Menos es mejor.',
  'number.bits.how':
    'La mide el árbitro en el servidor, con el mismo texto para todos los laboratorios: partes iguales de cada tipo. El modelo que cuenta es un trigrama, hecho con tus propios tokens.',
  'number.bits.labs':
    'Miran la misma curva (la pérdida) durante meses. Los modelos grandes llegan a unos 0.7 bits por byte en inglés.',

  'number.rate': 'tasa de aprendizaje',
  'number.rate.what': 'Cuánto mueve los pesos cada paso, comparado con lo planeado.',
  'number.rate.how':
    'La pone tu laboratorio. El servidor multiplica su plan por ella y se lo dice a cada aparato en la próxima ronda.',
  'number.rate.labs':
    'La planean con meses de anticipación, y la bajan a mano cuando el entrenamiento se pone inquieto: demasiado alta, y explota.',

  'number.checkpoints': 'puntos de control',
  'number.checkpoints.what': 'Cuántas versiones del modelo hay, y cuál estás mirando.',
  'number.checkpoints.how':
    'El servidor guarda los pesos de 6 versiones como mucho: la primera que midió el árbitro, la mejor, la más nueva y algunas del medio.',
  'number.checkpoints.labs':
    'Guardan uno cada pocas horas, y vuelven a uno cuando el entrenamiento sale mal.',

  'number.memory': 'números que lleva consigo',
  'number.memory.what':
    'Lo que un modelo tiene que guardar de un texto para seguirlo. Y cuánto más se sorprende el tipo recurrente.',
  'number.memory.how':
    'Los números se cuentan a partir de su forma: claves y valores por cada token en cada capa, o un solo estado. La sorpresa viene de nuestras pruebas: los dos tipos, entrenados con el mismo cómputo en varios mundos.',
  'number.memory.labs':
    'Las charlas largas con mucha gente llenan sus máquinas de claves y valores. Por eso algunos laboratorios mezclan los dos tipos en un modelo.',
  'number.ratio': 'tokens por parámetro',
  'number.ratio.what': 'Cuántos parámetros tiene un modelo, y cuánto lee por cada uno.',
  'number.ratio.how':
    'Los parámetros se cuentan. Tu cómputo paga 6 operaciones por cada parámetro y token, y de ahí salen los tokens.',
  'number.ratio.labs':
    'Unos 20 tokens por parámetro son el camino más barato a un buen modelo grande; muchos leen bastante más, para seguir pequeños.',

  'number.time': 'tiempo',
  'number.time.what':
    'Cuánto va a tardar el entrenamiento en los aparatos de tu laboratorio, y qué tan rápidos son.',
  'number.time.how':
    'Tus aparatos midieron su velocidad en la sala. Después el servidor se guía por el ritmo que ve.',
  'number.time.labs':
    'Sus entrenamientos grandes tardan semanas en miles de chips, y ellos también calculan el final a partir del comienzo.',

  'number.voices': 'voces',
  'number.voices.what':
    'Cuántos miembros de tu laboratorio están a favor, y cuántos hacen falta: más de la mitad de los que están.',
  'number.voices.how': 'El servidor cuenta a cada miembro una vez.',
  'number.voices.labs':
    'Unas pocas personas deciden cuándo parar un entrenamiento que cuesta millones, y lo discuten como ustedes.',

  'number.guesses': 'tus aciertos',
  'number.guesses.what': 'Cuántas veces elegiste la palabra que de verdad seguía.',
  'number.guesses.how':
    'Eliges una entre 4 palabras, y una de ellas es la de la página. Adivinando a ciegas se acierta 1 de cada 4.',
  'number.guesses.labs':
    'De vez en cuando piden a la gente que juegue a esto: hace mucho que los modelos grandes son mejores.',

  'number.privacy': 'texto propio y privacidad',
  'number.privacy.what':
    'Cuánto de tu propio texto se leyó en tu aparato, y cuánto podría aprender de él un mirón, como mucho.',
  'number.privacy.how':
    'Tu aparato cuenta tokens y cambios, y suma épsilon según las reglas de la privacidad diferencial.',
  'number.privacy.labs':
    'Los teclados de los teléfonos aprenden así, con un épsilon pequeño y millones de teléfonos.',

  'number.probe': 'ensayos',
  'number.probe.what': 'Entrenamientos pequeños de verdad, y dónde dicen que va a terminar el grande.',
  'number.probe.how':
    'Tus aparatos los entrenan con tu propio texto, el árbitro los mide, y se ajusta una línea con su margen de duda.',
  'number.probe.labs':
    'Gastan un pequeño porcentaje de su cómputo en pruebas así antes de atreverse con la grande.',

  'number.bet': 'tu apuesta',
  'number.bet.what':
    'La sorpresa con la que tu laboratorio espera terminar el entrenamiento grande, y por cuánto falló.',
  'number.bet.how':
    'El árbitro mide el modelo terminado con texto reservado; la diferencia se da en porcentaje.',
  'number.bet.labs':
    'Publican predicciones así: la pérdida de un modelo famoso se anticipó con pruebas de una diezmilésima parte de su cómputo.',
};
