/** Lets a worker tell how far it is for as long as it works: its answer comes by another port and may overtake what was told. */

import { proxy } from 'comlink';

/** Hands `work` a listener for the worker; what it is told after the work's end is old news, and dropped. */
export async function listening<News, Answer>(
  listener: (news: News) => void,
  work: (told: (news: News) => void) => Promise<Answer>,
): Promise<Answer> {
  let isOver = false;
  try {
    return await work(
      proxy((news: News) => {
        if (!isOver) listener(news);
      }),
    );
  } finally {
    isOver = true;
  }
}
