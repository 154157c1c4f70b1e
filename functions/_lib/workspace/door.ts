// The workspace's door: it opens to whoever has something to see there and has proved the address.
import { WORKSPACE } from '#domain/routes.ts';
import { DatabaseFault, type Enums } from '../db.ts';
import type { Call, PostCall } from '../handle.ts';
import { getAt, type Inside, postAt, refuseAt } from '../sign-in/at-door.tsx';
import type { Door } from '../sign-in/door.ts';
import type { Erasing } from './erasures-of.tsx';
import { notInWorkspace, workspacePage } from './workspace-page.tsx';

export interface WorkspacePerson {
  email: string;
  name: string | null;
  language: Enums['language'] | null;
  /** Belongs to a company; is let in by one. */
  hasCompany: boolean;
  isAdviser: boolean;
  /** Erasures that wait, of any of her companies: said on each page. */
  erasures: readonly Erasing[];
}
export type WorkspaceCall = Call & Inside<WorkspacePerson>;
export type WorkspacePost = PostCall & Inside<WorkspacePerson>;

export const workspace: Door<WorkspacePerson> = {
  name: 'workspace',
  paths: WORKSPACE,
  written: ['reply', 'comment', 'purpose'],
  prepare: async () => {},
  async ask(db) {
    const [[row], erasures] = await Promise.all([db.rpc('workspace_session', {}), db.rpc('workspace_erasures', {})]);
    if (!row) return undefined;
    const { email, name, language, has_company: hasCompany, is_adviser: isAdviser } = row;
    return {
      ...row,
      person: { email, name, language, hasCompany, isAdviser, erasures: erasures as unknown as Erasing[] },
    };
  },
  end: (db, everywhere) => db.rpc('workspace_sign_out', { p_everywhere: everywhere }),
  language: (person) => person.language,
  page: workspacePage,
};

export const getInWorkspace = (run: (call: WorkspaceCall) => Promise<Response>) => getAt(workspace, run);
/** What it was about was erased at this very moment: it is not there, as in the next moment. */
export const postInWorkspace = (run: (call: WorkspacePost) => Promise<Response>) =>
  postAt(workspace, async (call) => {
    try {
      return await run(call);
    } catch (fault) {
      if (fault instanceof DatabaseFault && fault.code === GONE) return notInWorkspace(call);
      throw fault;
    }
  });
/** Postgres's foreign_key_violation. */
const GONE = '23503';
export const refuseInWorkspace = refuseAt(workspace);
