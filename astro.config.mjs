// The static site: where its rooms are, its three languages, its content security policy, and the hand-over to functions.
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { handToFunctions } from './site/integrations/hand-to-functions.mjs';
import { writeSitemap } from './site/integrations/write-sitemap.mjs';

export default defineConfig({
  site: process.env.SITE_URL ?? 'http://127.0.0.1:8888',
  srcDir: './site',
  publicDir: './public',
  outDir: './dist',
  output: 'static',
  trailingSlash: 'never',
  // A page is one file without a folder of its own, so that its address has no trailing slash on any host.
  build: { format: 'file', inlineStylesheets: 'always' },
  i18n: { locales: ['fi', 'sv', 'en'], defaultLocale: 'fi', routing: { prefixDefaultLocale: false } },
  // The sitemap comes before shells are moved away: the pages that functions fill in are pages too.
  // `react` is Preact by way of package.json. Static pages use it to render the forms; only islands send it to browsers.
  integrations: [react(), writeSitemap(), handToFunctions()],
  // Quotation marks differ by language (” in Finnish and Swedish), so editors write them and nothing rewrites them.
  // Shiki would write inline styles, which the policy below forbids.
  markdown: { smartypants: false, syntaxHighlight: false },
  prefetch: false,
  devToolbar: { enabled: false },
  security: {
    csp: {
      // `frame-ancestors` does not work in a meta element: it is a header, in netlify.toml and in the responder.
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
    },
  },
});
