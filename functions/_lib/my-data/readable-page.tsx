// Data taken out as a page to read: the tables of the database in the words of the person's language.
import { renderToString } from 'preact-render-to-string';
import { formatDateTime } from '#domain/i18n/dates.ts';
import { createT } from '#domain/i18n/t.ts';
import type { Language } from '#domain/routes.ts';
import { ReadableData } from '#forms/my-data/readable-data.tsx';
import { phone } from '../catalogue.ts';
import { companyName } from '../workspace/company.ts';
import { companySections } from './company-sections.ts';
import { needSection } from './need-section.ts';
import { personSections } from './person-sections.ts';
import type { TakenOut } from './rows.ts';
import { createWords } from './words.ts';

export function readablePage(taken: TakenOut, lang: Language): string {
  const t = createT(lang);
  const { company, company_data, person_data, taken_at } = taken;
  const words = createWords(lang);
  const title =
    company_data && company ? t('data.title.company', { company: companyName(company, lang) }) : t('data.title.person');
  const sections = company_data
    ? [
        ...companySections(company_data, words).toSpliced(2, 0, needSection(company_data, words)),
        ...personSections(person_data, words, false),
      ]
    : [...personSections(person_data, words, true), needSection(person_data, words)];
  return `<!doctype html>${renderToString(
    <ReadableData
      lang={lang}
      title={title}
      intro={[t('data.taken', { at: formatDateTime(taken_at, lang) }), t('data.json'), t('data.notes', { phone })]}
      contents={t('data.contents')}
      sections={sections}
    />,
  )}`;
}
