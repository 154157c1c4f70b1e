// What the promise engine should do, reckoned anew from the published rules: none of the engine's own code is used here.
import { inMailHours, isBefore, nextWorkday, type Wall } from './hand-reckoned-days.ts';

export interface ReckonedAbsence {
  email: string;
  first: number;
  last: number;
  deputy: string | null;
}
export interface ReckonedNeed {
  name: string;
  received: Wall;
  /** The last day on which an answer is in time. */
  dueDay: number;
  owner: string | null;
  /** Who handed it to an expert. */
  handedBy: string | null;
  answered: Wall | null;
  withdrawn: Wall | null;
  /** The last word is ours. */
  waits: boolean;
  steps: Partial<Record<'remind' | 'escalate' | 'tell_company', Wall>>;
}
export type Section = 'late' | 'today' | 'next' | 'waits' | 'new';
export interface ReckonedDigest {
  email: string;
  day: number;
  made: Wall;
  told: Map<string, Section>;
  sent: Wall | null;
}
interface Note {
  kind: 'promise_late' | 'expert_reminder';
  need: ReckonedNeed;
  made: Wall;
  sent: Wall | null;
  dropped: boolean;
}

export class ReckonedEngine {
  readonly needs: ReckonedNeed[] = [];
  readonly digests: ReckonedDigest[] = [];
  readonly notes: Note[] = [];
  readonly coordinators: readonly string[];
  readonly lead: string;
  readonly absences: readonly ReckonedAbsence[];
  readonly deputies: Readonly<Record<string, string>>;
  private readonly isMailUp: (at: Wall) => boolean;

  constructor(setup: {
    coordinators: readonly string[];
    absences: readonly ReckonedAbsence[];
    deputies: Readonly<Record<string, string>>;
    isMailUp: (at: Wall) => boolean;
  }) {
    this.coordinators = setup.coordinators;
    this.lead = setup.coordinators[0] as string;
    this.absences = setup.absences;
    this.deputies = setup.deputies;
    this.isMailUp = setup.isMailUp;
  }

  /** Two working days after the day of receipt, which is not counted. */
  receive(name: string, received: Wall): ReckonedNeed {
    const need: ReckonedNeed = {
      name,
      received,
      dueDay: nextWorkday(nextWorkday(received.day)),
      owner: null,
      handedBy: null,
      answered: null,
      withdrawn: null,
      waits: false,
      steps: {},
    };
    this.needs.push(need);
    return need;
  }

  actingFor(email: string, day: number): string {
    const seen: string[] = [];
    let who = email;
    for (;;) {
      const absence = this.absences.find((one) => one.email === who && one.first <= day && day <= one.last);
      if (!absence) return who;
      seen.push(who);
      if (absence.deputy && !seen.includes(absence.deputy)) who = absence.deputy;
      else if (!seen.includes(this.lead)) who = this.lead;
      else return this.lead;
    }
  }

  run(at: Wall): void {
    if (!inMailHours(at)) return;
    for (const need of this.needs) {
      if (need.answered || need.withdrawn) continue;
      if (at.day <= need.dueDay) {
        if (need.dueDay <= nextWorkday(at.day) && !need.steps.remind) {
          need.steps.remind = at;
          if (need.owner && !this.coordinators.includes(need.owner)) this.note('expert_reminder', need, at);
        }
        continue;
      }
      need.steps.escalate ??= at;
      if (need.dueDay < nextWorkday(at.day, -1) && !need.steps.tell_company) {
        need.steps.tell_company = at;
        this.note('promise_late', need, at);
      }
    }
    for (const email of new Set(this.coordinators.map((one) => this.actingFor(one, at.day)))) {
      if (this.digests.some((digest) => digest.email === email && digest.day === at.day)) continue;
      this.digests.push({ email, day: at.day, made: at, told: this.tell(email, at), sent: null });
    }
    if (this.isMailUp(at)) this.send(at);
  }

  private note(kind: Note['kind'], need: ReckonedNeed, made: Wall): void {
    this.notes.push({ kind, need, made, sent: null, dropped: false });
  }

  private send(at: Wall): void {
    for (const digest of this.digests)
      if (!digest.sent && digest.day === at.day && digest.told.size > 0) digest.sent = at;
    for (const note of this.notes) {
      if (note.sent || note.dropped) continue;
      if (note.need.answered || note.need.withdrawn) note.dropped = true;
      else note.sent = at;
    }
  }

  private hears(email: string, need: ReckonedNeed, day: number): boolean {
    const deputy = need.owner ? this.deputies[need.owner] : undefined;
    return [this.lead, deputy, need.handedBy].some((one) => one && this.actingFor(one, day) === email);
  }

  private tell(email: string, at: Wall): Map<string, Section> {
    const before = this.digests.filter((digest) => digest.email === email && digest.sent).at(-1);
    const isSince = (moment: Wall | undefined): boolean => {
      if (!moment) return false;
      return before ? isBefore(before.made, moment) : isBefore({ day: at.day - 7, minute: at.minute }, moment);
    };
    const told = new Map<string, Section>();
    for (const need of this.needs) {
      if (need.withdrawn) continue;
      const mine = need.owner !== null && this.actingFor(need.owner, at.day) === email;
      const free = need.owner === null;
      const isNew = isSince(need.received);
      let section: Section | undefined;
      if (!need.answered && at.day > need.dueDay) {
        if (mine || free || (isSince(need.steps.escalate) && this.hears(email, need, at.day))) section = 'late';
      } else if (!need.answered && (mine || free)) {
        if (need.dueDay === at.day) section = 'today';
        else if (need.dueDay <= nextWorkday(at.day)) section = 'next';
        else section = 'waits';
      } else if (mine && !need.waits) section = 'waits';
      section ??= isNew ? 'new' : undefined;
      if (section) told.set(need.name, section);
    }
    return told;
  }
}
