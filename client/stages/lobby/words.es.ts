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

  'classText.title': 'Un texto propio',
  'classText.lead':
    'Los laboratorios pueden entrenar con lo que trae tu clase: sus poemas, un libro, una página. Se vende junto a los textos del mundo. Ninguna prueba pregunta por él.',
  'classText.open': 'Traer un texto',
  'classText.file': 'Elige un archivo',
  'classText.fileHint':
    'Texto simple, una tabla (csv, jsonl), una página web (html) o un libro (epub). Se lee aquí, en esta página.',
  'classText.paste': 'O pega un texto',
  'classText.look': 'Mirarlo',
  'classText.reading': 'Leyendo …',
  'classText.column': 'Columna con el texto',
  'classText.facts': '{pages} páginas, {size}. Idioma: {language}.',
  'classText.unknownLanguage': 'desconocido',
  'classText.preview': 'Las primeras páginas',
  'classText.cut': 'Es más largo de lo que acepta el mercado: solo se usan los primeros {most}.',
  'classText.leftOut':
    '{count} {count|frase|frases} con groserías {count|queda|quedan} fuera: toda la clase lee lo que dicen los modelos.',
  'classText.otherScript':
    'Sus letras no son latinas. Cada una ocupa más de un byte, así que un modelo lee menos en el mismo tiempo.',
  'classText.mask':
    '{count} {count|lugar parece|lugares parecen} un secreto, como un código o un teléfono. Poner allí “[removed]”.',
  'classText.secrets':
    'Aún hay {count} {count|lugar|lugares} que {count|parece|parecen} un secreto. Los laboratorios pueden taparlos con su limpiador.',
  'classText.name': 'Nombre en el mercado',
  'classText.license': 'Licencia: ¿por qué puedes usarlo aquí?',
  'classText.licenseHint':
    'Por ejemplo: escrito por nuestra clase, con el acuerdo de todos. O: dominio público. Los jugadores la leen junto al nombre.',
  'classText.put': 'Ponerlo en el mercado',
  'classText.putting': 'El servidor lo está mirando …',
  'classText.kept': '“{name}” está en el mercado. Licencia: {license}.',
  'classText.remove': 'Quitarlo',
  'classText.problem.file_too_big':
    'Ese archivo es demasiado grande y no se leyó. Lo más que cabe son {most}, un libro largo. Recorta una parte.',
  'classText.problem.encoding':
    'Las letras de ese archivo están guardadas de un modo antiguo que no se puede saber. Ábrelo en su programa y guárdalo como Unicode.',
  'classText.problem.binary':
    'Eso no es texto, sino otro tipo de archivo. Ábrelo en el programa que lo hizo y copia las palabras.',
  'classText.problem.bad_line':
    'La línea {line} no es un objeto JSON ni una cadena, así que no se leyó nada. Corrige esa línea y elige el archivo otra vez.',
  'classText.problem.no_book':
    'Es un archivo comprimido, pero no un libro que se pueda leer aquí. Elige un EPUB sin protección de copia.',
  'classText.problem.empty_column':
    'No hay texto en la columna “{column}”, así que no se leyó nada. Elige otra columna u otro archivo.',
  'classText.problem.empty': 'No tiene ninguna palabra, así que no hay nada que aprender. Elige otro texto.',
  'classText.problem.no_letters':
    'Son casi solo números y signos. Un modelo de lenguaje aprende de palabras: elige un texto con frases.',
  'classText.problem.monotone':
    'Es casi siempre el mismo signo, así que no hay idioma que aprender. Trae frases de verdad.',
  'classText.problem.endless':
    'Es una sola cadena larga sin espacios y no se puede cortar en páginas. Trae un texto con palabras.',
  'classText.problem.too_short':
    'Es demasiado corto: un modelo se lo sabría de memoria enseguida. Trae al menos {least} letras.',
  'classText.problem.rude':
    'Casi todas las frases tienen una grosería, así que no queda nada con que entrenar. Trae otro texto.',
};
