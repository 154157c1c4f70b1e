// The receipt of a consent for machines: the fields of ISO/IEC TS 27560:2023, written with the terms of the Data Privacy Vocabulary.
import { endOfHelsinkiDay } from '#domain/helsinki-time.ts';
import { createT } from '#domain/i18n/t.ts';
import { uuidV5 } from '#domain/open-data/uuid.ts';
import { routes, WORKSPACE } from '#domain/routes.ts';
import { catalogue } from '../catalogue.ts';
import type { Part } from './consent-words.ts';
import type { ConsentEvent, ConsentRecord } from './record.ts';

const SCHEMA = 'https://w3id.org/dpv/schema/dpv-27560';
const CONTEXT = {
  dpv: 'https://w3id.org/dpv#',
  pd: 'https://w3id.org/dpv/pd#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  loc: 'https://w3id.org/dpv/loc#',
  dct: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
};

const STATUS: Readonly<Record<ConsentEvent['kind'], string[]>> = {
  given: ['dpv:ConsentGiven', 'dpv:ExplicitlyExpressedConsent'],
  renewed: ['dpv:RenewedConsentGiven', 'dpv:ExplicitlyExpressedConsent'],
  withdrawn: ['dpv:ConsentWithdrawn'],
  expired: ['dpv:ConsentExpired'],
};

/** What of a person may stand in a part; a company's own data are nobody's. */
const PERSONAL: Readonly<Record<Part, string[]>> = {
  profile: ['pd:Name', 'pd:EmailAddress', 'pd:TelephoneNumber'],
  needs: ['pd:Communication'],
  messages: ['pd:Communication', 'pd:Name'],
  documents: ['pd:Communication'],
};

/** `site`: the portal's own address. A receipt says what its record holds so far; each event makes another receipt. */
export function receiptJson({ company, consent, needs, events }: ConsentRecord, site: string) {
  const { id, text_language: language, text_version: version, given_by, given_by_name } = consent;
  const t = createT(language);
  const record = site + routes.consent(id);
  const { controller } = catalogue.sharing;
  const statusOf = ({ kind, at, way, by, ends_on }: ConsentEvent) => ({
    '@type': STATUS[kind],
    'dpv:isIndicatedBy': by ? { '@type': 'dpv:DataSubject', 'dct:identifier': by } : { '@type': 'dpv:DataController' },
    'dpv:hasIndicationMethod': t(`consent.way.${way}`),
    'dpv:isIndicatedAtTime': new Date(at).toISOString(),
    ...((kind === 'given' || kind === 'renewed') && {
      'dpv:hasDuration': { '@type': 'dpv:UntilTimeDuration', 'rdf:value': endOfHelsinkiDay(ends_on).toISOString() },
    }),
  });
  return {
    '@context': CONTEXT,
    '@id': site + routes.consentReceipt(id),
    '@type': 'dpv:ConsentReceipt',
    'dct:conformsTo': `${SCHEMA}#receipt-eu-gdpr`,
    'dct:identifier': uuidV5(id, `receipt ${events.length}`),
    'dct:references': {
      '@id': record,
      '@type': 'dpv:ConsentRecord',
      'dct:conformsTo': `${SCHEMA}#record-eu-gdpr`,
      'dct:identifier': id,
    },
    'dpv:hasDataSubject': {
      '@type': 'dpv:DataSubject',
      'dct:identifier': given_by,
      ...(given_by_name && { 'dpv:hasName': given_by_name }),
      'dpv:isRepresentativeFor': {
        ...(company.name && { 'dpv:hasName': company.name }),
        ...(company.business_id && { 'dpv:hasIdentifier': `FI-PRH:${company.business_id}` }),
      },
    },
    'dpv:hasDataController': {
      '@type': 'dpv:DataController',
      'dpv:hasName': controller.name,
      'dpv:hasIdentifier': `FI-PRH:${controller.businessId}`,
      'dpv:hasAddress': controller.address,
      'dpv:hasContact': [controller.email, controller.phone],
    },
    'dpv:hasJurisdiction': 'loc:FI',
    'dpv:hasApplicableLaw': 'eu-gdpr:GDPR',
    'dpv:hasProcess': {
      '@type': 'dpv:Process',
      'dpv:hasService': site + WORKSPACE.home,
      'dpv:hasPurpose': consent.purpose,
      'dpv:hasProcessing': [
        'dpv:MakeAvailable',
        ...(consent.may_comment ? [{ '@type': 'dpv:Collect', 'dct:title': t('consent.may-comment') }] : []),
      ],
      'dpv:hasPersonalData': consent.parts.map((part) => ({
        '@type': PERSONAL[part],
        'dct:title': t(part === 'needs' ? 'share.part.needs' : `consent.part.${part}`),
        ...(part === 'needs' && { 'dct:identifier': needs.map(({ reference }) => reference) }),
      })),
      'dpv:hasRecipient': {
        '@type': 'dpv:ThirdParty',
        'dpv:hasName': [consent.name, consent.organisation].filter(Boolean).join(', '),
        'dpv:hasContact': consent.email,
      },
      'dpv:hasLegalBasis': 'eu-gdpr:A6-1-a',
      'dpv:hasDataSource': 'dpv:DataSubjectDataSource',
      'dpv:hasStorageCondition': [
        { '@type': 'dpv:StorageLocation', 'dpv:hasLocation': 'loc:EU' },
        {
          '@type': 'dpv:StorageDuration',
          'dpv:hasDuration': {
            '@type': 'dpv:UntilEventDuration',
            'dct:source': site + routes.path('privacy', language),
          },
        },
      ],
    },
    'dpv:hasNotice': {
      '@id': site + routes.path('sharing', language),
      '@type': 'dpv:ConsentNotice',
      'dct:hasVersion': version,
      'dct:language': language,
    },
    'dpv:hasConsentControl': { '@type': ['dpv:ProvideConsent', 'dpv:WithdrawConsent'], 'dpv:isExercisedAt': record },
    'dpv:hasRight': [{ '@type': ['dpv:DataSubjectRight', 'eu-gdpr:A7-3'], 'dpv:isExercisedAt': record }],
    'dpv:hasConsentStatus': events.map(statusOf),
  };
}
