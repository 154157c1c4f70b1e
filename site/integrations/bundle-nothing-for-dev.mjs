// Keeps a build from bundling packages for a server of `astro dev` that never comes: Astro starts one to read the schemas of the content.
const forBuilds = {
  name: 'bundle-nothing-for-dev',
  configResolved({ environments }) {
    // Emptied here: what plugins name would only be added to what a setting says.
    for (const { optimizeDeps } of Object.values(environments)) optimizeDeps.include = [];
  },
};

export function bundleNothingForDev() {
  return {
    name: 'bundle-nothing-for-dev',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'build') updateConfig({ vite: { plugins: [forBuilds] } });
      },
    },
  };
}
