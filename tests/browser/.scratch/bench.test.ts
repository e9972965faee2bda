import { it } from 'vitest';
import { openEnginePage } from '/work/main/tests/browser/engine-page.ts';
it('bench', async () => {
  const page = await openEnginePage();
  try {
    const A = { vocabSize: 256, contextLength: 64, width: 64, layers: 2, heads: 4 };
    const B = { vocabSize: 512, contextLength: 128, width: 128, layers: 4, heads: 4 };
    console.log(JSON.stringify(await page.call('.scratch/bench-page.ts', 'bench', A, 16, 40), null, 1));
    if (process.env.B)
      console.log(JSON.stringify(await page.call('.scratch/bench-page.ts', 'bench', B, 16, 4), null, 1));
  } finally {
    await page.close();
  }
});
