// Hands a request to the function whose path it matches, with a context like Netlify's.
import type { Config, Context } from '@netlify/functions';
import * as confirmations from '../../functions/confirmations.ts';
import * as deskAbsences from '../../functions/desk-absences.ts';
import * as deskClaims from '../../functions/desk-claims.ts';
import * as deskFigures from '../../functions/desk-figures.ts';
import * as deskFiguresFile from '../../functions/desk-figures-file.ts';
import * as deskFollowUps from '../../functions/desk-follow-ups.ts';
import * as deskLanguage from '../../functions/desk-language.ts';
import * as deskList from '../../functions/desk-list.ts';
import * as deskNeed from '../../functions/desk-need.ts';
import * as deskPack from '../../functions/desk-pack.ts';
import * as deskPacks from '../../functions/desk-packs.ts';
import * as deskReportFile from '../../functions/desk-report-file.ts';
import * as deskReports from '../../functions/desk-reports.ts';
import * as deskSignIn from '../../functions/desk-sign-in.ts';
import * as deskSignOut from '../../functions/desk-sign-out.ts';
import * as feedbackData from '../../functions/feedback-data.ts';
import * as findServices from '../../functions/find-services.ts';
import * as health from '../../functions/health.ts';
import * as needForm from '../../functions/need-form.ts';
import * as needReceipt from '../../functions/need-receipt.ts';
import * as noteMailEvent from '../../functions/note-mail-event.ts';
import * as openLink from '../../functions/open-link.ts';
import * as promiseFigures from '../../functions/promise-figures.ts';
import * as requestLink from '../../functions/request-link.ts';
import * as sendNeed from '../../functions/send-need.ts';
import * as showFigures from '../../functions/show-figures.ts';
import * as showPromise from '../../functions/show-promise.ts';
import * as workspace from '../../functions/workspace.ts';

import * as workspaceConsent from '../../functions/workspace-consent.ts';
import * as workspaceConsentReceipt from '../../functions/workspace-consent-receipt.ts';

import * as workspaceDocument from '../../functions/workspace-document.ts';
import * as workspaceDocuments from '../../functions/workspace-documents.ts';

import * as workspaceErase from '../../functions/workspace-erase.ts';
import * as workspaceEraseOwn from '../../functions/workspace-erase-own.ts';
import * as workspaceLanguage from '../../functions/workspace-language.ts';
import * as workspaceLooks from '../../functions/workspace-looks.ts';
import * as workspaceMyData from '../../functions/workspace-my-data.ts';
import * as workspaceNeed from '../../functions/workspace-need.ts';
import * as workspacePeople from '../../functions/workspace-people.ts';
import * as workspaceProfile from '../../functions/workspace-profile.ts';
import * as workspaceShare from '../../functions/workspace-share.ts';
import * as workspaceShared from '../../functions/workspace-shared.ts';
import * as workspaceSharing from '../../functions/workspace-sharing.ts';
import * as workspaceSignIn from '../../functions/workspace-sign-in.ts';
import * as workspaceSignOut from '../../functions/workspace-sign-out.ts';
import * as workspaceTakeOut from '../../functions/workspace-take-out.ts';

interface Endpoint {
  config: Config;
  default: (request: Request, context: Context) => Promise<Response>;
}

/** Every function with an address; each one's first path stands for it where a test goes through them all. */
export const ENDPOINTS = {
  findServices,
  confirmations,
  deskAbsences,
  deskFigures,
  deskFiguresFile,
  deskClaims,
  deskFollowUps,
  deskLanguage,
  deskList,
  deskNeed,
  deskPack,
  deskPacks,
  deskReportFile,
  deskReports,
  deskSignIn,
  deskSignOut,
  feedbackData,
  health,
  needForm,
  needReceipt,
  noteMailEvent,
  openLink,
  promiseFigures,
  requestLink,
  sendNeed,
  showFigures,
  showPromise,
  workspace,
  workspaceConsent,
  workspaceConsentReceipt,
  workspaceDocument,
  workspaceDocuments,
  workspaceErase,
  workspaceEraseOwn,
  workspaceLanguage,
  workspaceLooks,
  workspaceMyData,
  workspaceNeed,
  workspacePeople,
  workspaceProfile,
  workspaceShare,
  workspaceShared,
  workspaceSharing,
  workspaceSignIn,
  workspaceSignOut,
  workspaceTakeOut,
} as const satisfies Record<string, Endpoint>;

const pathsOf = ({ config }: Endpoint): string[] => ('path' in config ? [config.path ?? []].flat() : []);

export async function callFunction(
  request: Request,
  { work, ip = '192.0.2.1' }: { work: Set<Promise<unknown>>; ip?: string | undefined },
): Promise<Response> {
  const { pathname } = new URL(request.url);
  for (const endpoint of Object.values(ENDPOINTS) as Endpoint[]) {
    for (const path of pathsOf(endpoint)) {
      const groups = new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`).exec(pathname);
      if (!groups) continue;
      const params = { ...groups.groups };
      const waitUntil = (promise: Promise<unknown>) => void work.add(promise);
      return endpoint.default(request, { ip, params, requestId: 'request-of-a-test', waitUntil } as unknown as Context);
    }
  }
  throw new Error(`no function answers ${pathname}`);
}
