// A need as those see it who handle it: what, who, how to reach them.
import type { T } from '#domain/i18n/t.ts';
import { isNobodys } from '#domain/nobody.ts';

export interface NeedFactsData {
  reference: string;
  description: string;
  serviceNames: readonly string[];
  businessId: string | null;
  founder: boolean;
  companyName: string | null;
  contactName: string;
  contactEmail: string;
  contactPhone: string | null;
  contactBy: 'email' | 'phone' | 'meeting';
}

export function NeedFacts({ t, need }: { t: T; need: NeedFactsData }) {
  const company = [need.companyName, need.businessId ?? (need.founder ? t('need.founder') : null)]
    .filter(Boolean)
    .join(', ');
  return (
    <section class="stack" aria-label={t('need.facts')}>
      <dl class="facts">
        <dt>{t('need.reference')}</dt>
        <dd>{need.reference}</dd>
        {need.serviceNames.length > 0 && <dt>{t('need.services')}</dt>}
        {need.serviceNames.map((name) => (
          <dd key={name}>{name}</dd>
        ))}
        <dt>{t('need.company')}</dt>
        <dd>{company || need.contactName}</dd>
        <dt>{t('need.contact')}</dt>
        <dd>
          {need.contactName}
          {!isNobodys(need.contactEmail) && (
            <>
              <br />
              <a href={`mailto:${need.contactEmail}`}>{need.contactEmail}</a>
            </>
          )}
          {need.contactPhone && <br />}
          {need.contactPhone && <a href={`tel:${need.contactPhone.replace(/[^+\d]/g, '')}`}>{need.contactPhone}</a>}
        </dd>
        <dt>{t('need.contact-by')}</dt>
        <dd>{t(`contact-by.${need.contactBy}`)}</dd>
      </dl>
    </section>
  );
}
