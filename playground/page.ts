import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The files of the page by their path; nothing of them is written to the disk. */
export type Page = Readonly<Record<string, { readonly type: string; readonly content: string }>>;

const FOLDER = fileURLToPath(new URL('./page/', import.meta.url));

/** Bundles the page; it needs nothing from any other address. */
export async function buildPage(): Promise<Page> {
  const [built, html] = await Promise.all([
    build({
      entryPoints: [`${FOLDER}main.tsx`, `${FOLDER}page.css`],
      outdir: FOLDER,
      bundle: true,
      write: false,
      format: 'esm',
      target: 'es2022',
      jsx: 'automatic',
      minify: true,
      define: { 'process.env.NODE_ENV': '"production"' },
      tsconfig: `${FOLDER}tsconfig.json`,
      logLevel: 'error',
    }),
    readFile(`${FOLDER}index.html`, 'utf8'),
  ]);
  const bundled = (extension: string) =>
    built.outputFiles.find(({ path }) => path.endsWith(extension))?.text ?? '';
  return {
    '/': { type: 'text/html', content: html },
    '/main.js': { type: 'text/javascript', content: bundled('.js') },
    '/page.css': { type: 'text/css', content: bundled('.css') },
  };
}
