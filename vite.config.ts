import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const OUT = 'dist/web';
/** Pictures and recordings of the library, which its files name. */
const LIBRARY_MEDIA = 'library/media';
const COMPRESSIBLE = /\.(js|css|html|svg|json|webmanifest)$/;
/** Shared by screens, dialogs and parts that are fetched when they are opened. */
const LATER =
  /ui\/(evidence|support|experiments|retention|rub-pat|self-ratings|play(?!\/without))\/|ui\/charts\/(?!text-width)|(overlay-support|use-support|overlay-experiments|overlay-twists|overlay-pair|use-experiments|use-twists|use-pair|sha256-bytes|forget-space|forget-others|own-drafts|sample-space|start-anew|settle-conflict|conflict-choices|overlay-self-ratings|use-self-ratings)\.ts|micromastery\/(AnswerMedia|need-in-hand|show-begun)|ui\/(shell\/(mine\/|kept-words|SampleLink|ErasedNotice)|tags-of|needs\/need-words)|engine\/(challenge|retention|rub-pat|distributions|curve|experiment|trial|judging|outlook|plateau|support|picture\/(trend|trend-wording|gain|share|kendall|met|sessions|running-median)|measure\/(target-fault|typed-value|net-rate))|features\/(needs|canvas|experiments)\/|payoff\/(outlook|course|numbers)-words|practice\/(PayoffForm|use-payoff-fields)|HelpInDistress|seek-fragment|parts\/(EmptyState|Segmented|TextArea|KeysChoice|use-first-few)|practice\/take-words|ui\/(speak|use-settled)|api\/use-library|library\/use-micromastery|engine\/evidence\/(kinds|design-media)|RunnerRate|RunnerRating|runner\/(run-steps|second-task|RunnerPair|use-session-finding|use-ghost|RunnerGhost)|engine\/session\/(?!work)|engine\/random|engine\/distress|agenda\/(LetGo|reason-words)/;
/** Under a packet, compressing saves nothing. */
const LEAST_BYTES = 1_000;

/** Compressed once, at the build: the server hands these out and spends no time on it. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        const files = readdirSync(OUT, { recursive: true, withFileTypes: true });
        for (const file of files) {
          if (!file.isFile() || !COMPRESSIBLE.test(file.name)) continue;
          const path = join(file.parentPath, file.name);
          const bytes = readFileSync(path);
          if (bytes.length < LEAST_BYTES) continue;
          const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
          writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
          writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
        }
      },
    },
  };
}

/** Served as /library/NAME, and kept on the device with the app: what an answer shows is there without the network too. */
function libraryMedia(): Plugin {
  return {
    name: 'library-media',
    apply: 'build',
    generateBundle() {
      // The build may run in another folder than its sources.
      const folder = join(this.environment.config.root, LIBRARY_MEDIA);
      for (const name of readdirSync(folder))
        this.emitFile({
          type: 'asset',
          fileName: `library/${name}`,
          source: readFileSync(join(folder, name)),
        });
    },
  };
}

export default defineConfig({
  publicDir: 'src/ui/public',
  build: {
    outDir: OUT,
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 0,
    // On a slow line each further file costs a round trip, and these are a few kilobytes each: one style sheet, one
    // file of code that every screen needs, one that several share, and one a screen.
    cssCodeSplit: false,
    modulePreload: false,
    manifest: 'screens.json',
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], priority: 2 },
            // What a first visit to bench, page and runner needs none of stays in files of its own.
            { name: 'shared', minShareCount: 2, priority: 1, test: (id: string) => !LATER.test(id) },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:4680',
      '/open': 'http://127.0.0.1:4680',
      '/library': 'http://127.0.0.1:4680',
    },
  },
  plugins: [
    react(),
    libraryMedia(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'service-worker.ts',
      injectRegister: false,
      injectManifest: { globPatterns: ['**/*.{js,css,html,svg,woff2,png,jpg,webp,webmanifest}'] },
      manifest: {
        name: 'Bottega',
        short_name: 'Bottega',
        description: 'Practise micromasteries, and see an honest picture of where you stand.',
        start_url: '/',
        display: 'standalone',
        background_color: '#F6F5F2',
        theme_color: '#F6F5F2',
        // As an address, which the worker answers from this device: a share needs no network.
        share_target: {
          action: '/share',
          method: 'GET',
          params: { title: 'title', text: 'text', url: 'url' },
        },
        icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
    }),
    compressed(),
  ],
});
