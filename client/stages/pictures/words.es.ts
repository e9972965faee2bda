/** Words of buying pictures, in Spanish. */

import type { picturesWords as english } from './words.ts';

export const picturesWords: Record<keyof typeof english, string> = {
  'stage.pictures': 'Imágenes',
  'projector.stage.pictures': 'Cada laboratorio compra imágenes con su texto y tira lo que hace daño.',
  'guide.pictures': 'Ensayo: compra algo y decide.',
  'why.pictures':
    'Un pintor solo mezcla lo que vio; los laboratorios de verdad se pelean por qué imágenes pueden usar.',
  'notes.pictures.say':
    'Su modelo va a pintar. Aprende de imágenes con palabras debajo. Las baratas tienen defectos: miren bien antes de comprar.',
  'notes.pictures.ask':
    '¿Puede un laboratorio usar imágenes de una pintora que dijo que no? ¿Quién debería decidirlo?',
  'notes.pictures.watch':
    'Laboratorios que compran sin mirar las muestras. Pregunta qué está mal en cada fuente.',

  'pictures.title': 'Compra imágenes',
  'pictures.lead':
    'Tu pintor aprende de imágenes y de las palabras debajo. Cada fuente tiene su propio defecto.',
  'pictures.buy': 'Lo que compras',
  'pictures.coins': '{coins} {coins|moneda|monedas}',
  'pictures.cost': '{cost} de {budget} monedas',
  'pictures.drawing': 'Los vendedores sacan sus muestras …',
  'pictures.samples': 'Muestras: {source}',
  'pictures.clean': 'Lo que tiras',
  'pictures.cleanAbout': 'Cada cosa cuesta imágenes, y un pintor con pocas sabe poco.',
  'pictures.plan': '{sources}; se tira: {cleaning}',
  'pictures.nothing': 'nada',
  'pictures.set': 'Quedan {left} imágenes de {bought}.',
  'pictures.dropped': '{name}: se tiraron {count}',
  'pictures.kinds':
    'Lo que muestran: {people} de gente, {animals} de animales, {dishes} de platos, {buildings} de edificios.',
  'pictures.cleaning': 'El árbitro limpia tus imágenes …',
  'pictures.some': 'Algunas de tus imágenes',

  'source.town': 'El archivo del pueblo',
  'source.town.about': 'Gente y edificios. Limpio y caro.',
  'source.farm': 'El álbum de la granja',
  'source.farm.about': 'Animales y platos. Limpio.',
  'source.web': 'La web',
  'source.web.about':
    'Un poco de todo. Muchos textos están mal, y unas pocas imágenes aparecen una y otra vez.',
  'source.stock': 'Muestras de un vendedor',
  'source.stock.about': 'Muchas llevan la marca del vendedor, y casi todos los de un pueblo son panaderos.',
  'source.fans': 'Una página de fans',
  'source.fans.about':
    'Muchas copian a Fennick, que pidió que no aprendieran de su obra. Y una cara privada mira desde muchas.',

  'clean.copies': 'Copias',
  'clean.captions': 'Textos equivocados',
  'clean.marks': 'Marcas de agua',
  'clean.manner': 'El estilo de Fennick',
  'clean.faces': 'La cara privada',
  'clean.balance': 'Demasiada gente de un solo tipo',

  'scene.pictures.heading': 'Imágenes compradas',
  'line.pictures': 'quedan {left} imágenes de {bought}',
  'line.noPictures': 'todavía elige imágenes',
  'hanging.twin': 'Una pared con {count} {count|imagen|imágenes}: {captions}.',
  'hanging.empty': 'Una pared con marcos vacíos.',
};
