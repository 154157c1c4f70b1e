// The environment, read in this one file. No secret has a default: what is missing stops the function that needs it, by name.
import * as z from 'zod';

const schema = z.object({
  /** Where the portal is reached: the beginning of every link in a letter. */
  SITE_URL: z.url().transform((url) => url.replace(/\/$/, '')),
  SUPABASE_URL: z.url(),
  SUPABASE_PUBLISHABLE_KEY: z.string().min(1),
  SUPABASE_SECRET_KEY: z.string().min(1),
  RESEND_API_KEY: z.string().min(1),
  /** Set on laptops and in tests alone; without it letters go to Resend. */
  RESEND_BASE_URL: z.url().optional(),
  MAIL_FROM: z.string().min(3),
  /** Signs what Resend tells us (mail that came, letters that came back); without it the endpoint says that it is off. */
  RESEND_WEBHOOK_SECRET: z.string().min(1).optional(),
  /** A domain whose mail Resend receives: letters then carry an address of their own for replies. */
  REPLY_DOMAIN: z
    .stringFormat('domain', /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i)
    .toLowerCase()
    .optional(),
  /** Links are derived from it: 32 characters or more, and another one makes every link in old letters dead. */
  LINK_SECRET: z.string().min(32),
  /** Comma-separated, each `name@city.fi` or `Name <name@city.fi>`; the first is the lead. */
  COORDINATOR_EMAILS: z.string().min(3),
  /** Who corrects the content, in the form of COORDINATOR_EMAILS; without it the coordinators' lead does. */
  EDITOR_EMAILS: z.string().optional(),
  /** Who gets the packs of figures, in the form of COORDINATOR_EMAILS; without it the coordinators' lead does. */
  STEERING_EMAILS: z.string().optional(),
  /** Netlify's build hook: a POST to it builds the site anew. Whoever knows it can do the same, so it stands in no log. */
  BUILD_HOOK_URL: z.string().optional(),
  /** Posts from one IP address in a minute; 0 turns the limit off, for load tests. */
  IP_LIMIT_PER_MINUTE: z.coerce.number().int().min(0).default(20),
});
export type Env = z.infer<typeof schema>;

/** The checked environment. Throws with the names of what is missing or wrong, never with a value. */
export function env(): Env {
  const parsed = schema.safeParse(process.env);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map((issue) => issue.path.join('.'));
  throw new Error(`the environment lacks or misspells: ${[...new Set(names)].join(', ')}`);
}
