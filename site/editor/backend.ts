// Where /admin keeps what is edited: a Git host where one is set, and otherwise a folder of the editor's own computer.
import type { Backend } from '@sveltia/cms';

/** As README, “Editing in the browser”, describes them; an empty one counts as not set. */
export type EditorEnv = Partial<
  Record<
    'EDITOR_REPOSITORY' | 'EDITOR_BACKEND' | 'EDITOR_BRANCH' | 'EDITOR_HOST' | 'EDITOR_AUTH_URL' | 'EDITOR_APP_ID',
    string | undefined
  >
>;

const HOSTS = ['github', 'gitlab', 'gitea'] as const;
type Host = (typeof HOSTS)[number];

/** `hosts` are the origins that the page may speak to, `pictures` those of people's portraits. */
export type EditorBackend = { backend: Backend; hosts: string[]; pictures: string[] };

/** Where each host has its API, under the address of an installation of one's own. */
const API: Record<Host, string> = { github: '/api/v3', gitlab: '/api/v4', gitea: '/api/v1' };
/** Each host as its maker runs it: API, the page that says whether it is up, portraits. */
const PUBLIC: Record<Host, { hosts: string[]; pictures: string[] }> = {
  github: {
    hosts: ['https://api.github.com', 'https://www.githubstatus.com'],
    pictures: ['https://avatars.githubusercontent.com'],
  },
  gitlab: {
    hosts: ['https://gitlab.com', 'https://status-api.hostedstatus.com'],
    pictures: ['https://gitlab.com', 'https://secure.gravatar.com'],
  },
  gitea: { hosts: ['https://gitea.com'], pictures: ['https://gitea.com'] },
};

/** Sveltia offers a folder only beside a host. Nobody can sign in to this one: admin.css hides its button. */
const NO_HOST: EditorBackend = {
  backend: { name: 'gitea', repo: 'oma/kansio', auth_methods: ['token'] },
  hosts: [],
  pictures: [],
};

/** Undefined when no Git host is set. @throws with what is wrong and what would be right. */
export function editorBackend(env: EditorEnv): EditorBackend {
  const repo = env.EDITOR_REPOSITORY;
  if (!repo) return NO_HOST;
  if (!/^[\w.-]+(?:\/[\w.-]+)+$/.test(repo))
    throw new Error(`EDITOR_REPOSITORY is ${repo}: it must be an owner and a name, for example kaupunki/tarjotin`);
  const name = HOSTS.find((host) => host === (env.EDITOR_BACKEND || 'github'));
  if (!name) throw new Error(`EDITOR_BACKEND is ${env.EDITOR_BACKEND}: it must be one of ${HOSTS.join(', ')}`);
  const own = origin('EDITOR_HOST', env.EDITOR_HOST);
  const auth = origin('EDITOR_AUTH_URL', env.EDITOR_AUTH_URL) ?? (name === 'github' ? undefined : own);
  const backend = {
    name,
    repo,
    ...(env.EDITOR_BRANCH && { branch: env.EDITOR_BRANCH }),
    ...(own && { api_root: own + API[name] }),
    ...(auth && { base_url: auth }),
    ...(env.EDITOR_APP_ID && { app_id: env.EDITOR_APP_ID, ...(name === 'gitlab' && { auth_type: 'pkce' }) }),
  } as Backend;
  return { backend, ...(own ? { hosts: [own], pictures: [own] } : PUBLIC[name]) };
}

function origin(name: string, text: string | undefined): string | undefined {
  if (!text) return undefined;
  const url = URL.parse(text);
  if (url?.protocol === 'https:') return url.origin;
  throw new Error(`${name} is ${text}: it must be an address that begins with https://`);
}
