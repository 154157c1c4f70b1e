// workspace-profile: what was told once, where it came from, and its correction.
import { correctProfile, type ProfileField, type ProfileValues } from '#domain/forms/correct-profile.ts';
import type { NeedFaults } from '#domain/forms/send-need-checks.ts';
import type { StringKey } from '#domain/i18n/strings.ts';
import { createT } from '#domain/i18n/t.ts';
import { WORKSPACE } from '#domain/routes.ts';
import { WorkspaceProfile } from '#forms/workspace/profile.tsx';
import { phone } from '../catalogue.ts';
import type { Enums } from '../db.ts';
import { seeOther } from '../respond.ts';
import { chosenCompany, companyName, isId } from './company.ts';
import { afterDeed, didWords } from './did.ts';
import type { WorkspaceCall, WorkspacePost } from './door.ts';
import { profileValues, readFacts, sources, sourceWords } from './facts.ts';
import { notInWorkspace, workspacePage } from './workspace-page.tsx';

interface Wrong {
  values: ProfileValues;
  errors: Partial<Record<ProfileField, string>>;
}

async function profilePage(call: WorkspaceCall, wanted: string | null, wrong?: Wrong): Promise<Response> {
  const { lang, person, db } = call;
  const facts = await readFacts(db, wanted);
  if (!facts) return seeOther(WORKSPACE.home);
  const t = createT(lang);
  const values = wrong?.values ?? profileValues(facts, person.email);
  const main = (
    <WorkspaceProfile
      t={t}
      lang={lang}
      did={wrong ? undefined : didWords(call)}
      company={{ id: facts.company.id, name: companyName(facts.company, lang) }}
      isOwner={facts.isOwner}
      // Until something was chosen, the language that the reader reads now.
      values={{ ...values, language: values.language || lang }}
      sources={sources(facts, lang)}
      history={facts.history.map((fact) => ({
        field: fact.field,
        value: valueWords(fact.field, fact.value),
        source: sourceWords(fact, t, lang),
      }))}
      errors={wrong?.errors ?? {}}
    />
  );
  const title = t('workspace.profile.title');
  return workspacePage(call, { title, main, hasError: Boolean(wrong), status: wrong ? 422 : 200 });

  function valueWords(field: ProfileField, value: string | null): string | null {
    if (value === null || (field !== 'contact_by' && field !== 'language')) return value;
    return t(
      field === 'language' ? (`desk-need.language.${value}` as StringKey) : (`contact-by.${value}` as StringKey),
    );
  }
}

export const showProfile = (call: WorkspaceCall): Promise<Response> => profilePage(call, chosenCompany(call.request));

export async function actOnProfile(call: WorkspacePost): Promise<Response> {
  const { fields, lang, db } = call;
  const { company } = fields;
  if (!isId(company)) return notInWorkspace(call);
  const t = createT(lang);
  const form = correctProfile(fields);
  if (form.faults) return profilePage(call, company, { values: form.values, errors: errorWords(form.faults) });
  const args = { p_company: company, p_values: form.corrected };
  const replies = {
    corrected: async () => afterDeed(WORKSPACE.profile, 'corrected'),
    unchanged: async () => afterDeed(WORKSPACE.profile, 'unchanged'),
    owners_only: async () => afterDeed(WORKSPACE.profile, 'owners_only'),
    no_company: async () => notInWorkspace(call),
    id_taken: () => {
      const written = Object.entries(form.corrected).map(([field, value]) => [field, value ?? '']);
      const values = Object.fromEntries(written) as ProfileValues;
      return profilePage(call, company, {
        values,
        errors: { business_id: t('workspace.profile.id-taken', { phone }) },
      });
    },
  } as const satisfies Record<Enums['correct_profile_outcome'], () => Promise<Response>>;
  return replies[await db.rpc('workspace_correct_profile', args)]();

  function errorWords(faults: NeedFaults): Partial<Record<ProfileField, string>> {
    return Object.fromEntries(
      Object.entries(faults).map(([field, code]) => [field, t(`send-need.error.${field}.${code}` as StringKey)]),
    );
  }
}
