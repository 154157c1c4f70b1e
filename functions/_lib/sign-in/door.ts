// A door: what is wider than one record opens to people who prove an address. The desk and the workspace are two of them.
import type { VNode } from 'preact';
import type { Language } from '#domain/routes.ts';
import type { Caller, Enums } from '../db.ts';
import type { Call } from '../handle.ts';

/** What the database says of the caller's session, and whose it is. */
export interface SessionRow<Person> {
  standing: Enums['session_standing'];
  own_device: boolean;
  expires_at: string;
  now: string;
  person: Person;
}

export interface DoorPage {
  title: string;
  main: VNode;
  hasError?: boolean;
  status?: number;
  headers?: Record<string, string>;
  /** The one other origin that scripts of the page may send to. */
  sendsTo?: string;
}

export interface Door<Person> {
  name: Enums['door'];
  paths: Readonly<Record<'home' | 'signIn' | 'signOut' | 'language', string>>;
  /** The fields of its forms in which people write: shown again when a form could not be taken. */
  written: readonly string[];
  /** What must be on record before anybody is asked about. */
  prepare: () => Promise<void>;
  ask: (db: Caller) => Promise<SessionRow<Person> | undefined>;
  /** Ends the caller's session there, or all of the same person. */
  end: (db: Caller, everywhere: boolean) => Promise<unknown>;
  /** The language that the person is known to read. */
  language: (person: Person) => Language | null;
  /** A page in the door's frame; without a person it is one before the door. */
  page: (call: Pick<Call, 'url' | 'lang'> & { person?: Person }, page: DoorPage) => Response;
}
