// The static site: where its rooms are, its three languages, its content security policy, and the hand-over to functions.
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { publishedPortal } from './site/domain/published-portal.ts';
import { buildEditor } from './site/integrations/build-editor.mjs';
import { bundleNothingForDev } from './site/integrations/bundle-nothing-for-dev.mjs';
import { checkContent } from './site/integrations/check-content.mjs';
import { drawSocialImages } from './site/integrations/draw-social-images.mjs';
import { handToFunctions } from './site/integrations/hand-to-functions.mjs';
import { plainPunctuation } from './site/integrations/plain-punctuation.mjs';
import { readPublished } from './site/integrations/read-published.mjs';
import { shareRendering } from './site/integrations/share-rendering.mjs';
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
  integrations: [
    checkContent(process.env),
    readPublished(publishedPortal(process.env)),
    // A stream for each form would be read to its end at once.
    react({ experimentalDisableStreaming: true }),
    bundleNothingForDev(),
    shareRendering(),
    plainPunctuation(),
    drawSocialImages(),
    writeSitemap(),
    handToFunctions(),
    buildEditor(process.env),
  ],
  // Shiki would write inline styles, which the policy below forbids.
  markdown: { syntaxHighlight: false },
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
