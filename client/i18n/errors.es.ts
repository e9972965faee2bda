/** What every error says to a player, in Spanish: what happened, what it means, what to do. */

import type { errors as english } from './errors.ts';

export const errors: Record<keyof typeof english, string> = {
  'errors.protocol/bad_message':
    'El servidor no pudo leer eso. No cambió nada. Vuelve a cargar la página e inténtalo de nuevo.',
  'errors.protocol/unknown_version':
    'Esta página es más vieja o más nueva que el servidor. Vuelve a cargarla y estarás otra vez en tu lugar.',
  'errors.protocol/too_large':
    'Eso era demasiado grande para el servidor. No cambió nada. Prueba con algo más pequeño.',
  'errors.protocol/no_such_match':
    'Ninguna partida tiene este código. Puede estar mal escrito, o la partida terminó. Revisa el código con tu anfitrión.',
  'errors.protocol/bad_token':
    'Tu lugar en esta partida ya no vale. Puede que te hayan sacado, o que la partida haya terminado. Entra otra vez con el código.',
  'errors.protocol/host_only':
    'Eso solo lo puede hacer el anfitrión. Pídeselo a quien está en la pantalla del anfitrión.',
  'errors.protocol/server_busy':
    'El servidor tiene las manos llenas. No se perdió nada. Espera unos segundos e inténtalo de nuevo.',
  'errors.protocol/not_found':
    'El servidor no tiene nada ahí. Quizá todavía no está listo. Espera un momento e inténtalo de nuevo.',
  'errors.protocol/rate_limited':
    'Eso fue demasiado rápido para el servidor. No se perdió nada. Ve un poco más despacio.',
  'errors.protocol/foreign_page':
    'Esta página se llama {page}, pero lo que envía llega al servidor con el nombre {server}. Quien maneja el servidor debe hacer que el proxy que tiene delante deje pasar la cabecera Host.',
  'errors.protocol/too_many_matches':
    'Hace poco se abrieron demasiadas partidas desde tu red, así que por ahora no hay otra. Espera {minutes} {minutes|minuto|minutos}, o termina una que nadie juegue.',
  'errors.lobby/closed': 'La sala está cerrada: esta partida ya empezó. Pide otra a tu anfitrión.',
  'errors.lobby/full':
    'Todos los lugares están ocupados. Comparte pantalla con alguien, o pide a tu anfitrión una partida más grande.',
  'errors.talk/too_many':
    'El anfitrión ya tiene {most} respuestas tuyas. Podrás enviar más cuando haya guardado algunas.',
  'errors.hall/not_yet': 'La última prueba todavía se está corrigiendo. Espera un momento y prueba otra vez.',
  'errors.hall/not_yours':
    'Solo el laboratorio que ganó puede entrar en el salón, y lo ponen allí sus propias personas.',
  'errors.hall/own_text':
    'Este laboratorio se entrenó con un texto de alguien de aquí, y su modelo puede saberlo de memoria. Por eso no entra en el salón.',
  'errors.hall/full':
    'El salón tiene {most} laboratorios de este trimestre, y a todos les fue mejor. Juega otra vez.',
  'errors.report/too_many': 'Ya denunciaste {most} textos, y no se aceptan más. Mejor salta este.',
  'errors.talk/no_such_answer': 'Esta respuesta fue retirada.',
  'errors.talk/rude_text': 'Tiene palabras groseras, así que se queda contigo.',
  'errors.talk/no_host':
    'Nadie dirige esta partida, así que no hay clase a quien mostrarlo. Se queda contigo.',
  'errors.lobby/no_audience':
    'Las partidas de desconocidos no tienen público: solo vota quien tiene laboratorio. Juega una tú.',
  'errors.protocol/no_quick_match':
    'Ahora todos los lugares para jugar en línea están ocupados. Prueba otra vez en unos minutos, o juega a solas: eso no necesita servidor.',
  'errors.lobby/audience_full': 'El público está lleno: ya hay {most} personas mirando.',
  'errors.lobby/locked':
    'El anfitrión cerró la sala con llave, así que no entra nadie nuevo. Pídele que la abra.',
  'errors.lobby/name_empty': 'Un nombre necesita al menos una letra. Escribe una e inténtalo de nuevo.',
  'errors.lobby/name_too_long':
    'Ese nombre es demasiado largo para su etiqueta. Acórtalo e inténtalo de nuevo.',
  'errors.lobby/name_rude':
    'Ese nombre podría herir a alguien. Elige uno más amable; si de verdad es el tuyo, pide al anfitrión que lo deje entrar.',
  'errors.lobby/name_taken': 'Alguien aquí ya tiene ese nombre. Cambia un poco el tuyo.',
  'errors.lobby/name_not_made':
    'Donde se juntan desconocidos, los nombres los hace el azar. Pide otro hasta que te guste.',
  'errors.lobby/no_such_team': 'Ese equipo no existe. Elige uno de la lista.',
  'errors.lobby/team_full': 'Ese equipo está lleno. Elige otro.',
  'errors.lobby/no_such_player': 'Esa persona ya se fue. No hay a quién cambiar.',
  'errors.lobby/removed':
    'El anfitrión te sacó de la partida. Si fue un error, díselo: puede devolverte tu lugar, y entonces esta página vuelve sola a él.',
  'errors.lobby/nobody_here':
    'Todavía no entró nadie, así que no hay nada que empezar. Espera a la primera persona.',
  'errors.match/wrong_stage': 'La partida ya avanzó, así que eso no cuenta. Mira la etapa nueva.',
  'errors.match/other_rules':
    'Esta partida empezó con otra versión del juego, y esta no puede seguirla. No se cambió nada de ella. Pide a tu anfitrión una partida nueva.',
  'errors.match/not_recorded':
    'El comienzo de esta partida ya no se guarda, así que no se puede volver a ver. Su informe sigue ahí.',
  'errors.match/paused':
    'La partida está en pausa, así que nada puede cambiar. Espera a que el anfitrión siga.',
  'errors.match/not_paused': 'La partida ya está en marcha. No hay nada que reanudar.',
  'errors.match/finished':
    'La partida terminó, así que nada puede cambiar. Empieza otra para seguir jugando.',
  'errors.match/already_started': 'La partida ya empezó. No hace falta empezarla otra vez.',
  'errors.match/closed':
    'Esta partida terminó y ya no está en el servidor, así que nada más puede pasar en ella. Pide a tu anfitrión un código nuevo.',
  'errors.plan/already_committed': 'Tu equipo ya decidió esto. El plan queda así.',
  'errors.plan/no_such_proposal': 'Esa propuesta ya no está. Alguien la reemplazó. Mira la nueva.',
  'errors.plan/not_your_team': 'Eso es de otro equipo. Solo puedes votar en el tuyo.',
  'errors.data/over_budget':
    'Esto costaría {cost} monedas, y tienes {budget}. Devuelve un conjunto de datos, o toma la mitad de uno.',
  'errors.data/not_your_archive':
    'El archivo de {kind} es del laboratorio que ganó la subasta, así que no puedes leerlo. Toma la mitad o todo el conjunto de datos.',
  'errors.data/nothing_bought':
    'Tu laboratorio no compró texto, y un modelo necesita algo. Compra al menos un conjunto de datos.',
  'errors.data/not_bought': 'La mezcla pide {kind}, y no lo compraste. Cómpralo, o ponlo en cero.',
  'errors.data/empty_mixture':
    'Todos los controles están en cero, así que no hay qué leer. Sube al menos uno.',
  'errors.data/bad_similarity':
    'Se pueden buscar copias desde un parecido de {least} hasta {most}. Mueve el control de nuevo entre esos valores.',
  'errors.data/bad_threshold':
    'La vara de calidad está fuera de su rango. No cambió nada. Mueve el control de vuelta.',
  'errors.data/no_such_document':
    'No hay página {number} en este conjunto de datos, así que no se etiquetó nada. Toma la siguiente.',
  'errors.data/too_many_labels':
    'Etiquetaste {most} páginas, y eso es de sobra. Tus etiquetas están a salvo; ahora haz otra cosa.',
  'errors.data/too_few_labels':
    'El clasificador tiene {keep} páginas para conservar y {toss} para descartar, y necesita {least} de cada una. Clasifica algunas más, o apágalo.',
  'errors.data/too_few_of_kind':
    'El filtro necesita {least} etiquetas de un conjunto de datos antes de poder clasificarlo. Clasifica algunas más, o apágalo.',
  'errors.data/no_held_out':
    'Si no se reserva nada, nadie puede distinguir aprender de recitar. Reserva al menos una parte pequeña.',
  'errors.data/bad_held_out': 'Esa parte no se puede reservar. No cambió nada. Elige una de las que hay.',
  'errors.data/no_class_text':
    'Tu anfitrión no trajo ningún texto a esta partida, así que no hay nada que comprar. Elige otro conjunto de datos.',
  'errors.data/class_text_whole': 'El texto de la clase solo se vende entero. No cambió nada. Tómalo todo.',
  'errors.class-text/unread':
    'El servidor no pudo usar este texto, así que no se puso nada en el mercado. Míralo otra vez o trae otro.',
  'errors.auction/closed': 'Las ofertas ya se abrieron, así que la tuya llegó tarde. No se pagó nada.',
  'errors.auction/bad_bid':
    'Una oferta es un número entero de monedas. No cambió nada. Mueve el control otra vez.',
  'errors.auction/too_low': '{coins} monedas son muy pocas para el archivo. Ofrece al menos {least}, o pasa.',
  'errors.auction/over_budget':
    'Ofreces {coins} monedas, y tu laboratorio tiene {budget}. Ofrece menos, o pasa.',
  'errors.scale/unknown_size': 'No hay ningún modelo de ese tamaño. Elige uno de la escalera.',
  'errors.fine-tune/too_few_cards':
    '{cards} tarjetas son muy pocas para aprender de ellas. Escribe al menos {least}.',
  'errors.fine-tune/too_many_cards':
    '{cards} tarjetas son más de las que te alcanzan las horas. Escribe como mucho {most}.',
  'errors.scale/no_checkpoint':
    'Tu laboratorio no tiene un modelo del año pasado con que seguir. Empieza de nuevo.',
  'errors.scale/other_shape':
    'Un modelo con el que se sigue conserva su tamaño y hasta dónde mira atrás. Elige los del año pasado, o empieza de nuevo.',
  'errors.scale/bad_bet':
    'Ningún modelo puede terminar ahí, así que eso no es una apuesta. Mueve el control e inténtalo de nuevo.',
  'errors.scale/text_not_ready':
    'Tu texto todavía se está cortando en tokens. Prueba el ensayo otra vez en unos segundos.',
  'errors.scale/device_cannot_train':
    'Este aparato no puede entrenar, así que no puede hacer un ensayo. El de un compañero sí puede.',
  'errors.scale/probe_running':
    'Tu aparato está ocupado con un ensayo. Cuando esté medido puedes empezar otro.',
  'errors.scale/too_many_probes': 'Tu laboratorio ya hizo sus {most} ensayos. Decide con lo que muestran.',
  'errors.scale/no_such_probe': 'No tienes ningún ensayo así. Empieza uno nuevo.',
  'errors.pretrain/no_such_checkpoint':
    'Ese punto de control no se guardó, o ya estás en él. Elige otro de la película.',
  'errors.pretrain/same_rate': 'La tasa de aprendizaje ya es esa. No cambió nada.',
  'errors.pretrain/too_late':
    'Una parada se puede deshacer durante {seconds} segundos, y ya pasaron. Tu modelo se queda como está.',
  'errors.ready/nobody_waits': 'La etapa no está por terminar, así que no hace falta más tiempo.',
  'errors.ready/no_more':
    'Se pidió más tiempo {most} veces en esta etapa, y eso es todo lo que hay. Solo el anfitrión puede dar más.',
  'errors.ready/time_enough':
    'Todavía quedan más de {seconds} segundos. Pide otra vez cuando casi se acaben.',
  'errors.train/not_your_round':
    'Tu aparato no tiene parte en esta ronda. En las próximas se le pregunta de nuevo.',
  'errors.train/stale_round':
    'Esa ronda ya estaba cerrada. Su trabajo se descarta; la próxima ronda empieza fresca.',
  'errors.train/repeat': 'El servidor ya tiene esta ronda. No se pierde nada.',
  'errors.train/wrong_shape':
    'El cambio no encaja en el modelo. Se descartó; la próxima ronda empieza limpia.',
  'errors.train/not_finite': 'El cambio traía números rotos. Se descartó; la próxima ronda empieza limpia.',
  'errors.train/absurd_norm':
    'El cambio era demasiado grande para ser verdad. Se descartó; la próxima ronda empieza limpia.',
  'errors.train/too_many_tokens': 'El cambio dice haber leído más texto del que recibió. Se descartó.',
  'errors.train/no_tokens': 'El cambio no trae entrenamiento. Se descartó; la próxima ronda empieza limpia.',
  'errors.train/not_running': 'No hay ningún entrenamiento en marcha, así que no había a qué sumar.',
  'errors.align/no_such_pair': 'Ese par de respuestas ya no está. No se contó nada. Juzga el siguiente.',
  'errors.match/not_again': 'Esta etapa no puede empezar otra vez. En su lugar puedes darle más tiempo.',
  'errors.match/other_stage': 'La etapa acaba de cambiar. Mira otra vez, y luego decide.',
  'errors.align/no_pairs':
    'Todavía no se preguntó a los modelos, así que no hay nada que juzgar. Inténtalo de nuevo en un momento.',
  'errors.align/too_few_ratings':
    'Hasta ahora solo {pairs} pares tienen un ganador claro, y entrenar necesita {least}. Juzga algunos más, o usa los pares de todos los laboratorios.',
  'errors.deploy/no_model': 'Tu laboratorio no tiene modelo, así que no hay nada que probar.',
  'errors.deploy/hour_runs':
    'El pueblo está preguntando ahora. No se cambió nada. Inténtalo cuando termine la hora.',
  'errors.deploy/responded':
    'Tu laboratorio ya hizo algo en esta hora. No se cambió nada. Espera la siguiente.',
  'errors.deploy/nothing_before': 'No hay un modelo anterior al que tu laboratorio pueda volver.',
  'errors.deploy/on_phones': 'Lo que está en los teléfonos se queda como está. Solo puedes pedir perdón.',
  'errors.deploy/not_asked': 'El pueblo no ha pedido eso, o tu laboratorio ya lo hace.',
  'errors.deploy/day_over': 'El día en el pueblo terminó. Después de esta hora no viene otra.',
  'errors.arena/no_such_pair': 'Ese par no está en tu boleta. No se contó nada. Vota en el siguiente.',
  'errors.arena/own_lab':
    'Tu propio laboratorio está detrás de uno de estos telones, así que aquí no puedes votar. Vota en el siguiente.',
  'errors.test/not_examined': 'El árbitro todavía mide su modelo. Espera un momento, y luego decide.',
  'errors.test/bad_prompts':
    'Escriban de una a {most} preguntas distintas, una en cada línea, de {short} a {long} letras.',
  'errors.test/no_own_evals':
    'Su laboratorio ya escribió sus {count} pruebas. Miren cómo les va a los modelos.',
  'errors.test/rule_never_fails':
    'Toda respuesta cumple esta regla, así que no dice nada. Pongan palabras que un modelo podría decir o no.',
  'errors.test/rule_never_passes':
    'Ninguna respuesta puede cumplir esta regla: un modelo solo escribe letras y signos del inglés, y no muchos a la vez. Elijan pocas palabras así.',
  'errors.test/hardened_already':
    'Ya endurecieron su modelo una vez. Miren las pruebas y decidan si pasa o no.',
  'errors.test/not_fallen': 'Ningún ataque a su modelo funcionó, así que no hay contra qué entrenarlo.',
  'errors.test/untuned':
    'Solo se puede endurecer un modelo que tuvo lecciones. El suyo nunca se afinó: déjenlo pasar como está.',
  'errors.test/no_model_before':
    'No hay un modelo anterior, así que no pueden volver atrás. Dejen salir este.',
  'errors.test/silent_regression':
    'El modelo empeoró en {count} {count|prueba|pruebas}. Déjenlo salir con eso en su ficha, o vuelvan atrás.',
  'errors.test/no_regression': 'Nada empeoró, así que no hay de qué avisar. Que salga sin más.',
  'errors.test/own_lab': 'Ese es tu propio laboratorio. Ataca a otro.',
  'errors.test/target_not_ready': '{team} todavía no está medido. Atácalo en un momento.',
  'errors.test/bad_probe': 'Un ataque son palabras, de {least} a {most} signos. Escríbelo de nuevo.',
  'errors.test/no_probes': 'Tu laboratorio ya usó sus {count} ataques. Ahora mira cómo les va a otros.',
  'errors.test/later': 'El árbitro no da abasto. Inténtalo otra vez en un momento: este no costó nada.',
  'errors.debrief/not_tested':
    'Todavía se toma la prueba sellada de tu laboratorio. Pregunta de nuevo en un momento.',
  'errors.debrief/not_offered': 'Eso no se puede probar con tu laboratorio. Elige otra decisión de la lista.',
  'errors.debrief/asked_before': 'Tu laboratorio ya preguntó eso. La respuesta está abajo.',
  'errors.debrief/later':
    'El árbitro todavía entrena para tu última pregunta. Espera la respuesta, y luego pregunta.',
  'errors.debrief/too_many': 'Tu laboratorio ya preguntó {most} veces, y no hay más.',
  'errors.debrief/guessed': 'Ya dijiste qué crees, y vale lo primero.',
  'errors.pictures/nothing_bought': 'Primero compra algo.',
  'errors.pictures/over_budget': 'Eso cuesta {cost} monedas, y tienes {budget}. Deja algo fuera.',
  'errors.arena/rude_text': 'Esta respuesta tiene una palabra grosera y no sale en el proyector. Elige otra.',
  'errors.client/offline':
    'El servidor no contesta. Puede ser tu red. Seguimos intentando; no se pierde nada.',
  'errors.client/sockets_blocked':
    'El servidor está ahí, pero esta red no deja pasar ninguna conexión en vivo (un WebSocket). Prueba otra red, como la de un teléfono, o pregunta a quien maneja esta. Tu lugar está guardado, y la página sigue intentando.',
  'errors.client/replaced':
    'Abriste este lugar en otra pestaña, y ahora juega esa. Cierra esta, o recupera el lugar.',
  'errors.client/screen_replaced':
    'Abriste esta partida en varias pantallas más, así que esta, la más vieja, se cerró. Desde aquí puedes volver a la partida.',
  'errors.client/screen_withdrawn': 'El anfitrión retiró el enlace a esta pantalla. Pídele otro.',
  'errors.host/many_screens':
    'Hay {most} enlaces a más pantallas, que es el máximo. Retira uno primero; no cambió nada.',
  'errors.host/no_such_screen': 'Este enlace ya se había retirado. No cambió nada.',
  'errors.client/engine_failed':
    'Ninguna parte de este navegador puede entrenar un modelo. Igual puedes jugar; entrena un compañero.',
  'errors.client/solo_failed':
    'La partida se rompió: este navegador no pudo seguir con ella. Empieza otra; si también falla, prueba otro navegador.',
};
