// Where /admin keeps what is edited, by the settings of the build, and whom its page may then speak to.
import { expect, it } from 'vitest';
import { editorBackend } from '../../site/editor/backend.ts';
import { editorPage, editorPolicy } from '../../site/editor/page.ts';

const policyOf = (env: Parameters<typeof editorBackend>[0]) => editorPolicy(editorBackend(env));

it('without a repository there is a folder of one’s own, and the page speaks to nobody', () => {
  expect(editorBackend({ EDITOR_REPOSITORY: '' }).hosts).toEqual([]);
  expect(policyOf({})).not.toMatch(/https?:|\*/);
  expect(policyOf({})).toContain("default-src 'none'");
  expect(policyOf({})).toContain("script-src 'self';");
  expect(policyOf({})).not.toContain('unsafe-eval');
});

it.each([
  [
    { EDITOR_REPOSITORY: 'kaupunki/tarjotin' },
    { name: 'github', repo: 'kaupunki/tarjotin' },
    ['https://api.github.com', 'https://www.githubstatus.com'],
  ],
  [
    {
      EDITOR_REPOSITORY: 'kaupunki/tarjotin',
      EDITOR_BRANCH: 'sisalto',
      EDITOR_AUTH_URL: 'https://auth.kaupunki.example/x',
    },
    { name: 'github', repo: 'kaupunki/tarjotin', branch: 'sisalto', base_url: 'https://auth.kaupunki.example' },
    ['https://api.github.com', 'https://www.githubstatus.com'],
  ],
  [
    { EDITOR_REPOSITORY: 'a/b/c', EDITOR_BACKEND: 'gitlab', EDITOR_APP_ID: '12' },
    { name: 'gitlab', repo: 'a/b/c', app_id: '12', auth_type: 'pkce' },
    ['https://gitlab.com', 'https://status-api.hostedstatus.com'],
  ],
  [
    {
      EDITOR_REPOSITORY: 'a/b',
      EDITOR_BACKEND: 'gitea',
      EDITOR_HOST: 'https://git.kaupunki.example/',
      EDITOR_APP_ID: '12',
    },
    {
      name: 'gitea',
      repo: 'a/b',
      api_root: 'https://git.kaupunki.example/api/v1',
      base_url: 'https://git.kaupunki.example',
      app_id: '12',
    },
    ['https://git.kaupunki.example'],
  ],
])('%j', (env, backend, hosts) => {
  const editor = editorBackend(env);
  expect(editor).toMatchObject({ backend, hosts });
  const connect = /connect-src ([^;]+)/.exec(editorPolicy(editor))?.[1];
  expect(connect).toBe(["'self'", 'data:', 'blob:', ...hosts].join(' '));
});

it.each([
  [{ EDITOR_REPOSITORY: 'tarjotin' }, 'EDITOR_REPOSITORY is tarjotin: it must be an owner and a name'],
  [
    { EDITOR_REPOSITORY: 'a/b', EDITOR_BACKEND: 'svn' },
    'EDITOR_BACKEND is svn: it must be one of github, gitlab, gitea',
  ],
  [
    { EDITOR_REPOSITORY: 'a/b', EDITOR_HOST: 'http://x.example' },
    'EDITOR_HOST is http://x.example: it must be an address',
  ],
])('%j stops the build', (env, text) => expect(() => editorBackend(env)).toThrow(text));

it('the page says where the files are, and lets nothing of it out of its attribute', () => {
  const editor = editorBackend({ EDITOR_REPOSITORY: 'a/b', EDITOR_BRANCH: '"><script>' });
  const page = editorPage({ script: '/admin/app/editor.js', styles: '', editor });
  expect(page).toContain('data-folder-only="false"');
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).toContain('<meta name="robots" content="noindex">');
});
