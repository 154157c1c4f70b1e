// Lengths and counts of what people write, in characters. The same stand in SQL checks; a contract test holds them together.
export const LIMITS = {
  /** Shorter is rarely a need that somebody can answer; longer is a document. */
  description: { min: 20, max: 5000 },
  companyName: { max: 200 },
  contactName: { max: 100 },
  /** RFC 5321, section 4.5.3.1.3. */
  email: { max: 254 },
  phone: { min: 5, max: 30 },
  services: { max: 10 },
  noticeVersion: { max: 40 },
  idempotencyKey: { min: 8, max: 128 },
  /** An answer, a question, a reply, a reason, what was said in a call. */
  message: { min: 1, max: 5000 },
  /** Asked at once: each of them sees the company's contact data, so no more than are needed. */
  handOverPeople: { max: 5 },
  handOverNote: { max: 2000 },
  /** Who outside the network goes on with a need, and how to reach them: a line each. */
  referredTo: { min: 1, max: 200 },
  /** Why the company is referred to them: a message, less the room for who it is. */
  referral: { min: 1, max: 4500 },
  /** What somebody answers to a survey in own words. */
  surveyText: { min: 1, max: 2000 },
  /** What a provider's contact says is wrong on its pages: some sentences, not a new text. */
  mistake: { min: 1, max: 2000 },
  /** What an editor wants the reporter of a mistake to know. */
  editorNote: { max: 2000 },
  /** Who is let in by a company, and what for: what a letter to a stranger holds, in a line each. */
  granteeName: { max: 100 },
  organisation: { max: 200 },
  purpose: { min: 3, max: 200 },
  /** Needs in one consent: no more than somebody reads through before sending. */
  sharedNeeds: { max: 30 },
  /** A file, in bytes: what the bucket takes too. */
  document: { min: 1, max: 10 * 1024 * 1024 },
  /** All files of a company, in bytes, and how many they may be. */
  documents: { bytes: 200 * 1024 * 1024, count: 200 },
  documentName: { min: 1, max: 200 },
  /** A file that comes with its form: Netlify takes 6 MB, of which a third goes into the encoding of bytes. */
  formFile: { max: 4 * 1024 * 1024 },
  /** A request's body in bytes: the longest description in the costliest encoding still fits. */
  body: 64 * 1024,
  /** Behind a letter's link: 100,000 characters in the costliest encoding, so that whoever wrote far too much gets it back. */
  linkBody: 1280 * 1024,
  /** What the mail service tells of one mail, in bytes: addresses and names of attachments, no texts. */
  signedBody: 256 * 1024,
} as const;

/** Characters as a person and Postgres count them: an emoji is one, not two. */
export const countCharacters = (text: string): number => [...text].length;
