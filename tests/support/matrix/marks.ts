// Words that stand in the company's things and nowhere else: an answer that holds one has shown that thing.
import { randomBytes } from 'node:crypto';

const word = (of: string): string => `${of}${randomBytes(5).toString('hex')}`;

/** A fresh set for each world. */
export const newMarks = () => ({
  /** The company's name. */
  name: word('Nimi'),
  /** A fact that was told in the workspace. */
  profile: word('Laskuttaja'),
  /** The text of the need that the coordinator handles. */
  need: word('tarve'),
  /** The text of the company's other needs. */
  other_need: word('toinen'),
  /** How to reach whoever sent them. */
  contact: `+35840${randomBytes(4).readUInt32BE()}`,
  /** What the company and those who handle it said to each other. */
  messages: word('viesti'),
  /** The name of a document of the company's. */
  document: word('liite'),
  /** What those who handle it said among themselves: never the company's, never an adviser's. */
  colleagues: word('kollega'),
  /** Addresses: of a member, of an invited colleague, of whoever claims the company. */
  people: `${word('jasen')}@firma.example`,
  invitation: `${word('kutsuttu')}@firma.example`,
  claim: `${word('vaatija')}@firma.example`,
});
export type Marks = ReturnType<typeof newMarks>;
export type Mark = keyof Marks;

export const marksIn = (marks: Marks, text: string): Mark[] =>
  (Object.keys(marks) as Mark[]).filter((mark) => text.includes(marks[mark]));
