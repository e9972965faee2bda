/** Words of the page that tries out whether a device and its network can play, in Spanish. */

import type { check as english } from './check.ts';

export const check: Record<keyof typeof english, string> = {
  'title.check': 'Loss Leaders: prueba',
  'check.link': '¿Funciona en este aparato?',
  'check.title': '¿Funciona aquí?',
  'check.lead': 'Esta página prueba lo que necesita el juego. Tarda unos segundos, y no se guarda nada.',
  'check.trying': 'probando …',
  'check.again': 'Probar otra vez',
  'check.play': 'Ir al juego',
  'check.all.good': 'Aquí funciona todo. ¡Ven a jugar!',
  'check.all.fair': 'Aquí puedes jugar. Algo va más lento; al lado dice qué ayuda.',
  'check.all.bad': 'Hay algo en el camino. Al lado dice qué ayuda.',
  'check.mark.good': 'funciona',
  'check.mark.fair': 'funciona en parte',
  'check.mark.bad': 'no funciona',

  'check.browser': 'Navegador',
  'check.browser.good': 'Es lo bastante nuevo.',
  'check.secure': 'Dirección segura',
  'check.secure.good': 'El navegador confía en esta dirección, así que nos permite todo lo que puede.',
  'check.secure.fair':
    'Esta dirección no es segura (http). Por eso el navegador no nos da el chip gráfico, los hilos ni el bloqueo de pantalla: el entrenamiento va más lento. Qué ayuda: quien maneja el servidor puede servirlo por HTTPS.',
  'check.gpu': 'Entrenar en el chip gráfico',
  'check.gpu.good': 'Puede entrenar aquí.',
  'check.gpu.fair':
    'No puede entrenar aquí, así que lo hace el procesador, que es más lento. Qué ayuda: un Chrome, Edge o Safari nuevo, y una dirección segura.',
  'check.processor': 'Entrenar en el procesador',
  'check.processor.good': 'Puede entrenar aquí, con {threads} {threads|hilo|hilos}.',
  'check.processor.fair':
    'Puede entrenar aquí, pero con un solo hilo. Qué ayuda: una dirección segura, y un navegador más nuevo.',
  'check.processor.bad':
    'No puede entrenar aquí. Igual puedes jugar: entrena el aparato de un compañero. Qué ayuda: un navegador más nuevo.',
  'check.pictures': 'Imágenes en movimiento',
  'check.pictures.good': 'Se pueden dibujar.',
  'check.pictures.fair': 'Aquí se quedan quietas. Todo lo demás funciona.',
  'check.socket': 'Conexión en vivo',
  'check.socket.good': 'El servidor contesta en {milliseconds} ms.',
  'check.socket.fair':
    'El servidor tarda {milliseconds} ms en contestar, así que todo llega un poco tarde. Qué ayuda: un lugar más cerca del wifi.',
  'check.socket.bad':
    'Aquí no se abre ninguna conexión en vivo con un servidor. O no hay ninguno, o esta red no deja pasar ninguna. Qué ayuda: otra red, como la de un teléfono. Jugar a solas funciona sin ella.',
  'check.clock': 'Reloj',
  'check.clock.good': 'Va bien.',
  'check.clock.fair':
    'Está corrido {seconds} {seconds|segundo|segundos}. No hace daño: el juego se guía por el reloj del servidor.',
  'check.clock.bad': 'Sin un servidor no hay con qué compararlo.',
  'check.speed': 'Velocidad de la red',
  'check.speed.good': '{size} por segundo, ida y vuelta. Es de sobra.',
  'check.speed.fair':
    '{size} por segundo, ida y vuelta, que es poco: los modelos tardan en llegar. Qué ayuda: menos aparatos en este wifi.',
  'check.speed.bad': 'Sin un servidor no hay nada que medir.',
  'check.screen': 'Dejar la pantalla encendida',
  'check.screen.good': 'El navegador la deja encendida mientras juegas.',
  'check.screen.fair':
    'Aquí el navegador no tiene un bloqueo para eso, así que la deja encendida una película diminuta, desde tu primer toque. Qué ayuda: que la pantalla no se apague, en los ajustes del aparato.',
};
