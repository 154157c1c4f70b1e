// Leaves punctuation as editors write it: quotation marks differ by language (” in Finnish and Swedish).
export function plainPunctuation() {
  return {
    name: 'plain-punctuation',
    hooks: {
      'astro:config:setup': ({ config }) => {
        // Astro's own processor; the option in markdown itself is on its way out, and naming the processor takes its package.
        config.markdown.processor.options.features.smartPunctuation = false;
      },
    },
  };
}
