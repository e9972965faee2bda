/** Serves the pages: the built files, or in development Vite, which builds them as they are asked for. */

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import express, { Router, type Response } from 'express';
import { codeParam } from '../../shared/game/wire/bodies.ts';

/** Pages that have an address of their own beside the player's, which is `/`. */
const NAMED_PAGES = ['host', 'solo', 'watch', 'report', 'replay', 'check', 'online', 'images'];

/** A link that is read out or typed leads to the page's own address; what a code is worth is found out there. */
function shortLinks(): Router {
  const router = Router();
  router.get('/:code', (request, response, next) => {
    const code = codeParam.safeParse(request.params.code);
    if (code.success) response.redirect(302, `/?code=${encodeURIComponent(code.data)}`);
    else next();
  });
  router.get('/watch/:code', (request, response) =>
    response.redirect(302, `/watch?code=${encodeURIComponent(request.params.code)}`),
  );
  return router;
}

/** Who opens an address that there is not is led to the way in, which says so. */
function wayOn(): Router {
  const router = Router();
  router.get('/{*path}', (request, response, next) => {
    const isPerson = request.headers.accept?.includes('text/html') === true;
    if (isPerson) response.redirect(302, '/?missing');
    else next();
  });
  return router;
}

/** Vite puts a hash of the content into the names under assets, so they never change. */
function cacheFor(response: Response, path: string): void {
  const isHashed = /[\\/]assets[\\/][^\\/]+-[\w-]{8,}\.\w+$/.test(path);
  response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

/** The built client in a folder: `/` is the player's page. */
export function builtPages(folder: string): Router {
  const router = Router();
  const root = resolve(folder);
  router.use(shortLinks());
  for (const name of NAMED_PAGES)
    router.get(`/${name}`, (_request, response) => {
      const options = { root, cacheControl: false, headers: { 'Cache-Control': 'no-cache' } };
      response.sendFile(`${name}.html`, options);
    });
  router.use(express.static(root, { index: 'index.html', cacheControl: false, setHeaders: cacheFor }));
  if (existsSync(join(root, 'index.html'))) router.use(wayOn());
  else {
    router.get(['/', ...NAMED_PAGES.map((name) => `/${name}`)], (_request, response) => {
      response.status(503).type('text').send('The pages are not built yet. Run "npm run build" and reload.');
    });
  }
  return router;
}

/** Pages straight from their sources, with hot reload on a port of its own (the transport takes this one's upgrades). */
export async function sourcePages(reloadPort: number): Promise<{ router: Router; close(): Promise<void> }> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    appType: 'mpa',
    server: { middlewareMode: true, hmr: { port: reloadPort } },
  });
  const router = Router();
  router.use(shortLinks());
  router.use((request, _response, next) => {
    const name = NAMED_PAGES.find((page) => request.path === `/${page}`);
    if (name) request.url = request.url.replace(`/${name}`, `/${name}.html`);
    next();
  });
  router.use(vite.middlewares);
  return { router, close: () => vite.close() };
}
