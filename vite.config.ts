import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

export default defineConfig({
  publicDir: 'src/ui/public',
  build: { outDir: 'dist/web', emptyOutDir: true, target: 'es2022', sourcemap: false, assetsInlineLimit: 0 },
  server: { proxy: { '/api': 'http://127.0.0.1:4680', '/open': 'http://127.0.0.1:4680' } },
  plugins: [
    react(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'service-worker.ts',
      injectRegister: false,
      injectManifest: { globPatterns: ['**/*.{js,css,html,svg,woff2,png,webmanifest}'] },
      manifest: {
        name: 'Bottega',
        short_name: 'Bottega',
        description: 'Practise micromasteries, and see an honest picture of where you stand.',
        start_url: '/',
        display: 'standalone',
        background_color: '#F6F5F2',
        theme_color: '#F6F5F2',
        icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
    }),
  ],
});
